package io.recoup.mail;

import io.recoup.money.Money;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** A letter that has everything, to try templates on before a debtor gets one. */
final class SampleContent {

    static final Letterhead HEAD = new Letterhead(
                    "Creditor",
                    "",
                    List.of("Street 1"),
                    "",
                    "",
                    "#000000",
                    List.of("By transfer"),
                    "a@example.com",
                    List.of("a@example.com"),
                    "en",
                    "GB")
            .branded(
                    Colours.accented("#000000"),
                    null,
                    List.of(new BankAccount("Creditor", "GB82WEST12345698765432", "", "", "")));

    private SampleContent() {}

    static LetterContent letter() {
        LocalDate day = LocalDate.of(2025, 3, 1);
        return new LetterContent(
                LetterContent.Kind.REMINDER,
                "Sample & Sons",
                null,
                null,
                day.plusDays(15),
                day.plusDays(22),
                List.of(
                        new LetterContent.Item("2025-001", day.minusDays(30), day, Money.of(125_050, "EUR")),
                        new LetterContent.Item("2025-002", day.minusDays(29), day, Money.of(9_900, "GBP"))),
                List.of(new LetterContent.Charge(Money.of(4_000, "EUR"), Money.of(317, "EUR"))),
                List.of(
                        new LetterContent.Credit(Money.of(1_000, "EUR"), true),
                        new LetterContent.Credit(Money.of(500, "EUR"), false)),
                new LetterContent.Extras(
                        "A title",
                        "A text.",
                        List.of(),
                        URI.create("https://portal.example/account"),
                        List.of("A line that the law requires."),
                        List.of("invoice.pdf"),
                        new LetterContent.Reader("C-1", "B12345678", "a@example.com", "ES")));
    }
}
