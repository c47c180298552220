package io.recoup.console.page;

import io.recoup.console.store.CreditorRows;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words, amounts and dates in the language of the browser. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    private final CreditorRows creditors;

    ConsoleConfiguration(CreditorRows creditors) {
        this.creditors = creditors;
    }

    @Bean
    static MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "refusals");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setDefaultLocale(Locale.ENGLISH);
        return messages;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new BrowserLanguage();
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addPrinter(new Formats.Amount());
        registry.addFormatter(new Formats.Day());
        registry.addPrinter(new Formats.Hour());
        registry.addPrinter(new Formats.Moment(() -> creditors.creditor().zone()));
        Phrases.Told phrases = new Phrases.Told(messageSource());
        registry.addPrinter(phrases);
        registry.addPrinter(new Phrases.Why());
        registry.addPrinter(new Phrases.Evidence(phrases));
    }
}
