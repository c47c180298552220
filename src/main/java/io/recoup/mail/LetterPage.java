package io.recoup.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** The sheet of paper: the creditor's name, colours and address around the text. Mail clients need the styles inline. */
final class LetterPage {

    private static final Template PAGE = page();

    private LetterPage() {}

    static String of(String language, String subject, Node body, Letterhead head) {
        return PAGE.execute(Map.of(
                "language", language,
                "subject", subject,
                "accent", head.accent(),
                "name", head.name(),
                "body", html(body, head.accent()),
                "footer",
                        Stream.of(footerLines(head).split("\n"))
                                .map(line -> Map.of("line", line))
                                .toList()));
    }

    static String footerLines(Letterhead head) {
        Stream<String> contact = Stream.of(head.taxId(), head.phone(), head.website());
        return String.join(
                "\n",
                Stream.of(
                                Stream.of(head.name()),
                                Stream.of(String.join(", ", head.address())),
                                Stream.of(String.join(
                                        " · ",
                                        contact.filter(text -> !text.isBlank()).toList())))
                        .flatMap(lines -> lines)
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private static String html(Node body, String accent) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak("<br>\n")
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String style = style(tag, accent);
                    String align = attributes.remove("align");
                    String both = style + (align == null ? "" : ";text-align:" + align);
                    if (!both.isBlank()) {
                        attributes.put("style", both);
                    }
                })
                .build()
                .render(body);
    }

    private static String style(String tag, String accent) {
        return switch (tag) {
            case "table" -> "width:100%;border-collapse:collapse;margin:20px 0;font-size:14px;line-height:1.4";
            case "th" ->
                "text-align:left;padding:8px 6px;font-size:12px;font-weight:600;color:#5a6570;border-bottom:2px solid "
                        + accent;
            case "td" -> "padding:9px 6px;border-bottom:1px solid #e4e8eb";
            case "p" -> "margin:0 0 14px";
            case "h1", "h2", "h3" -> "margin:0 0 16px;font-size:20px;line-height:1.3;font-weight:600;color:#1d2730";
            case "blockquote" ->
                "margin:20px 0;padding:14px 18px 1px;background:#f4f6f5;border-left:4px solid " + accent;
            case "a" -> "color:" + accent;
            default -> "";
        };
    }

    private static Template page() {
        try (InputStream in = LetterPage.class.getResourceAsStream("/mail/letter.html")) {
            return Mustache.compiler()
                    .withCollector(new MapsOnly())
                    .compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
