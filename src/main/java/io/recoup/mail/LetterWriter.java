package io.recoup.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Puts content into the words of a template, in the debtor's language, the creditor's, or English, in that order. */
public final class LetterWriter {

    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Path folder;
    private final LetterTemplates templates;

    /** @param folder with one folder per language, looked at for each letter so that an edit counts at once */
    public LetterWriter(Path folder) {
        this.folder = folder;
        this.templates = new LetterTemplates(folder);
    }

    /** @throws BrokenFile if no language has the template, or it is broken and was so from the start */
    public Letter write(String template, LetterContent content, Letterhead head) {
        Set<String> languages = new LinkedHashSet<>();
        if (content.language() != null) {
            languages.add(content.language().toLowerCase(Locale.ROOT));
        }
        languages.add(head.language());
        languages.add("en");
        for (String language : languages) {
            Path file = folder.resolve(language).resolve(template + ".md").normalize();
            if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
                return rendered(templates.get(file), language, content, head, locale(language, content, head));
            }
        }
        throw new BrokenFile(List.of(new Problem(
                folder, 0, "no template '" + template + "' in any of " + languages, "add " + template + ".md")));
    }

    /** True when every letter can fall back on this template. */
    public boolean has(String template, String language) {
        return Files.isRegularFile(folder.resolve(language).resolve(template + ".md"))
                || Files.isRegularFile(folder.resolve("en").resolve(template + ".md"));
    }

    /**
     * Every fault of the templates as they are now, by file. A template that has one stays in use as it was before,
     * if that was good: see {@link #hashInUse}.
     */
    public Map<Path, List<Problem>> faults() {
        templates.refresh();
        return Files.isDirectory(folder)
                ? TemplateCheck.check(folder).stream().collect(groupingBy(Problem::file, TreeMap::new, toList()))
                : Map.of();
    }

    /** SHA-256 of the version that letters are written with; empty when the file was never good. */
    public Optional<String> hashInUse(Path file) {
        return templates.hashInUse(file);
    }

    static Letter rendered(
            LetterTemplate template, String language, LetterContent content, Letterhead head, Locale locale) {
        Map<String, Object> fields = LetterFields.of(content, head, locale);
        Node body = MARKDOWN.parse(template.body(fields));
        String subject = template.subject(fields);
        return new Letter(
                language,
                template.hash(),
                subject,
                PlainText.of(body) + "\n\n-- \n" + LetterPage.footerLines(head) + "\n",
                LetterPage.of(language, subject, body, head));
    }

    /** The country decides between, say, British and American dates; it is the debtor's if it speaks the language. */
    private static Locale locale(String language, LetterContent content, Letterhead head) {
        String country = language.equals(content.language()) && content.country() != null
                ? content.country()
                : language.equals(head.language()) ? head.country() : language.equals("en") ? "GB" : "";
        return new Locale.Builder()
                .setLanguage(language)
                .setRegion(country == null || !country.matches("[A-Za-z]{2}") ? "" : country)
                .build();
    }
}
