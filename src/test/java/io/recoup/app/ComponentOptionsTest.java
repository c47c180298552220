package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ComponentOptionsTest {

    @Test
    void an_option_reaches_its_component() throws Exception {
        try (DefaultCamelContext camel = contextWith("camel.component.smtp.lazy-start-producer", "true")) {
            assertThat(camel.getComponent("smtp", MailComponent.class).isLazyStartProducer())
                    .isTrue();
        }
    }

    @Test
    void a_misspelt_option_is_an_error_that_names_it() throws Exception {
        try (DefaultCamelContext camel = contextWith("camel.component.smtp.lazy-strat", "true")) {
            assertThatThrownBy(() -> camel.getComponent("smtp", MailComponent.class))
                    .rootCause()
                    .hasMessageContaining("lazy-strat");
        }
    }

    private static DefaultCamelContext contextWith(String key, String value) {
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty(key, value);
        DefaultCamelContext camel = new DefaultCamelContext();
        new ComponentOptions(environment).beforeApplicationStart(camel);
        return camel;
    }
}
