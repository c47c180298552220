package io.recoup.mail;

import io.recoup.mail.LetterContent.Charge;
import io.recoup.mail.LetterContent.Credit;
import io.recoup.mail.LetterContent.Document;
import io.recoup.mail.LetterContent.Extras;
import io.recoup.mail.LetterContent.Item;
import io.recoup.mail.LetterContent.Kind;
import io.recoup.money.Money;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A creditor with all a letterhead may have, and letters with all a letter may tell. */
final class Letters {

    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final BankAccount EUR =
            new BankAccount("Molino Verde S.L.", "ES91 2100 0418 4502 0005 1332", "CAIXESBBXXX", "CaixaBank", "EUR");
    static final BankAccount GBP =
            new BankAccount("Molino Verde S.L.", "GB82 WEST 1234 5698 7654 32", "", "West Bank", "GBP");
    static final Letterhead PLAIN = new Letterhead(
            "Molino Verde S.L.",
            "NIF B-46012345",
            List.of("Camí del Molí 12", "46380 Cheste (Valencia)", "España"),
            "+34 960 000 123",
            "www.molinoverde.example",
            "#2f6b4f",
            List.of(),
            "cobros@molinoverde.example",
            List.of("cobros@molinoverde.example"),
            "es",
            "ES");

    private Letters() {}

    static Letterhead branded(Logo.Align align) {
        return PLAIN.branded(
                new Colours("#2f6b4f", "#eaf0ec", "#22302a"), Logo.of(logo("png", 480, 120), align), List.of(EUR, GBP));
    }

    /** Everything at once: a fee item, charges in one of two currencies, a deducted and a waiting credit. */
    static LetterContent full(String debtor, String language) {
        return new LetterContent(
                Kind.REMINDER,
                debtor,
                language,
                null,
                DAY,
                DAY.plusDays(7),
                List.of(
                        new Item(Document.INVOICE, "FV-2026/118", day(-60), day(-30), eur(125_050), eur(125_050)),
                        new Item(Document.INSTALMENT, "FV-2026/131-2", day(-45), day(-14), eur(60_000), eur(18_900)),
                        new Item(Document.FEE, "MG-7", day(-12), day(2), eur(1_500), eur(1_500)),
                        new Item(
                                Document.INVOICE,
                                "UK-2026/9",
                                day(-40),
                                day(-10),
                                Money.of(9_900, "GBP"),
                                Money.of(9_900, "GBP"))),
                List.of(new Charge(eur(4_000), eur(1_217))),
                List.of(new Credit(eur(25_000), true), new Credit(eur(2_500), false)),
                new Extras(
                        "",
                        "",
                        List.of("Customer no. 4711", "12 Bakery Lane, York YO1 7HH"),
                        URI.create("https://portal.molinoverde.example/a/7_x"),
                        List.of("You may object to this claim within 30 days."),
                        List.of("FV-2026-118.pdf", "estado de cuenta.pdf")));
    }

    static LetterContent statement(String debtor, String language, int lines) {
        List<Item> items = IntStream.rangeClosed(1, lines)
                .mapToObj(i -> new Item(
                        Document.INVOICE,
                        "FV-2026/" + i,
                        day(-60 + i % 30),
                        day(-30 + i % 45),
                        eur(10_000 + i),
                        eur(5_000 + i)))
                .toList();
        LetterContent full = full(debtor, language);
        return new LetterContent(
                Kind.STATEMENT,
                debtor,
                language,
                null,
                DAY,
                DAY,
                items,
                List.of(),
                List.of(),
                new Extras("", "", full.extras().debtorDetails(), null, List.of(), List.of()));
    }

    static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    static LocalDate day(int offset) {
        return DAY.plusDays(offset);
    }

    static byte[] logo(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x2f6b4f));
        pen.fillOval(4, 4, height - 8, height - 8);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(1, height / 3)));
        pen.drawString("molino verde", height + height / 8, height * 2 / 3);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
