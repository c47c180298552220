package io.recoup.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlRenderer;

/** The sheet of paper: the creditor's name, colours and address around the text. Mail clients need the styles inline. */
final class LetterPage {

    private static final Template PAGE = page();

    private LetterPage() {}

    static String of(String language, String subject, Node body, Letterhead head) {
        Map<String, Object> page = new HashMap<>();
        page.put("language", language);
        page.put("subject", subject);
        page.put("accent", head.colours().accent());
        page.put("background", head.colours().background());
        page.put("text", head.colours().text());
        page.put("align", head.logo() == null ? "left" : head.logo().align().word());
        page.put("name", head.name());
        page.put("logo", head.logo() == null ? List.of() : List.of(picture(head)));
        page.put("noLogo", head.logo() == null ? List.of(Map.of("name", head.name())) : List.of());
        page.put("body", html(body, head.colours()));
        page.put(
                "footer",
                Stream.of(footerLines(head).split("\n"))
                        .map(line -> Map.of("line", line))
                        .toList());
        return PAGE.execute(page);
    }

    /** At most 240 by 72 pixels on the page, in its own proportions; old mail clients obey the attributes only. */
    private static Map<String, String> picture(Letterhead head) {
        Logo logo = head.logo();
        double scale = Math.min(1, Math.min(240.0 / logo.width(), 72.0 / logo.height()));
        return Map.of(
                "source", "cid:" + logo.contentId(),
                "width", Long.toString(Math.max(1, Math.round(logo.width() * scale))),
                "height", Long.toString(Math.max(1, Math.round(logo.height() * scale))));
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

    private static String html(Node body, Colours colours) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak("<br>\n")
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String style = isButton(node) ? button(colours) : style(tag, colours);
                    String align = attributes.remove("align");
                    String both = style + (align == null ? "" : ";text-align:" + align);
                    if (!both.isBlank()) {
                        attributes.put("style", both);
                    }
                })
                .build()
                .render(body);
    }

    /** A link that is a paragraph of its own is what the reader is meant to press. */
    private static boolean isButton(Node node) {
        return node instanceof Link
                && node.getParent() instanceof Paragraph
                && node.getPrevious() == null
                && node.getNext() == null;
    }

    private static String button(Colours colours) {
        return "display:inline-block;padding:11px 22px;border-radius:5px;font-weight:600;text-decoration:none;background:"
                + colours.accent() + ";color:" + colours.onAccent();
    }

    private static String style(String tag, Colours colours) {
        String accent = colours.accent();
        return switch (tag) {
            case "table" -> "width:100%;border-collapse:collapse;margin:20px 0;font-size:14px;line-height:1.4";
            case "th" ->
                "text-align:left;padding:8px 6px;font-size:12px;font-weight:600;color:#5a6570;border-bottom:2px solid "
                        + accent;
            case "td" -> "padding:9px 6px;border-bottom:1px solid #e4e8eb";
            case "p" -> "margin:0 0 14px";
            case "h1", "h2", "h3" ->
                "margin:0 0 16px;font-size:20px;line-height:1.3;font-weight:600;color:" + colours.text();
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
