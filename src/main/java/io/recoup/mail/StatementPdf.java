package io.recoup.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A statement of account on A4, to file or to attach to a letter. */
public final class StatementPdf {

    private static final Template PAGE = page();

    private StatementPdf() {}

    /**
     * All open items with fees, interest, credits and the amount to pay, each currency for itself. Equal input gives
     * equal bytes.
     *
     * @param language two letters; where we have no words in it, the creditor's language, else English
     */
    public static byte[] of(LetterContent content, Letterhead head, String language) {
        String spoken = Words.has(language) ? language : Words.has(head.language()) ? head.language() : "en";
        Locale locale = ReaderLocale.of(spoken.toLowerCase(Locale.ROOT), content, head);
        Words words = Words.in(locale.getLanguage());
        String html = PAGE.execute(new StatementFields(content, head, words, locale).all());
        return PdfPress.print(
                html,
                head.logo(),
                new PdfPress.Imprint(
                        words.of("statement.title") + " – " + LetterFields.oneLine(content.debtorName()),
                        LetterFields.oneLine(head.name()),
                        locale.toLanguageTag(),
                        content.date()));
    }

    private static Template page() {
        try (InputStream in = StatementPdf.class.getResourceAsStream("/mail/statement.html")) {
            return Mustache.compiler()
                    .withCollector(new MapsOnly())
                    .compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
