package io.recoup.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Puts content into the words of a template or of a policy, in the debtor's language, the creditor's, or English, in that order. */
public final class LetterWriter {

    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** The folder, in that of a language, of what a person may begin a letter with. */
    private static final String PRESETS = "letters";

    private final Path folder;
    private final LetterTemplates templates;

    /** @param folder with one folder per language, looked at for each letter so that an edit counts at once */
    public LetterWriter(Path folder) {
        this.folder = folder;
        this.templates = new LetterTemplates(folder);
    }

    /** @throws BrokenFile if no language has the template, or it is broken and was so from the start */
    public Letter write(String template, LetterContent content, Letterhead head) {
        return write(LetterText.template(template), content, head);
    }

    /** @throws BrokenFile if no language has the text, or it is a template that was broken from the start */
    public Letter write(LetterText text, LetterContent content, Letterhead head) {
        return write(text, content, head, PhraseCheck.NONE);
    }

    /**
     * @throws BrokenFile as above
     * @throws IllegalArgumentException if the finished letter contains a forbidden phrase
     */
    public Letter write(LetterText text, LetterContent content, Letterhead head, PhraseCheck phrases) {
        if (text instanceof TypedText typed) {
            Letter letter = typed(typed, content, head);
            phrases.refuse(letter);
            return letter;
        }
        for (String language : ReaderLocale.languages(content, head)) {
            Optional<LetterTemplate> words = words(text, language);
            if (words.isPresent()) {
                Letter letter =
                        rendered(words.get(), language, content, head, ReaderLocale.of(language, content, head));
                phrases.refuse(letter);
                return letter;
            }
        }
        throw new BrokenFile(List.of(nowhere(text, ReaderLocale.languages(content, head))));
    }

    private static Letter typed(TypedText text, LetterContent content, Letterhead head) {
        Locale locale = ReaderLocale.of(text.language(), content, head);
        return rendered(text.compiled(), text.language(), text.into(content), head, locale);
    }

    private Optional<LetterTemplate> words(LetterText text, String language) {
        if (text instanceof FreeText free) {
            return Optional.ofNullable(free.versions().get(language)).map(FreeText.Version::compiled);
        }
        return file(((LetterText.Template) text).name(), language).map(templates::get);
    }

    private Optional<Path> file(String template, String language) {
        Path file = folder.resolve(language).resolve(template + ".md").normalize();
        return Optional.of(file).filter(inside -> inside.startsWith(folder.normalize()) && Files.isRegularFile(inside));
    }

    private Problem nowhere(LetterText text, Set<String> languages) {
        return text instanceof FreeText free
                ? new Problem(
                        free.versions().values().iterator().next().file(),
                        free.versions().values().iterator().next().line(),
                        "the text is in " + free.versions().keySet() + " and in none of " + languages,
                        "add it in the creditor's language or in English")
                : new Problem(
                        folder,
                        0,
                        "no template '" + ((LetterText.Template) text).name() + "' in any of " + languages,
                        "add " + ((LetterText.Template) text).name() + ".md");
    }

    /** The names of what a person may begin a letter to that reader with, in the order of the alphabet. */
    public List<String> presets(LetterContent content, Letterhead head) {
        return ReaderLocale.languages(content, head).stream()
                .map(language -> folder.resolve(language).resolve(PRESETS))
                .filter(Files::isDirectory)
                .flatMap(LetterWriter::names)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> names(Path presets) {
        try (Stream<Path> files = Files.list(presets)) {
            return files
                    .filter(TemplateCheck::isTemplate)
                    .map(file -> file.getFileName().toString().replaceFirst("[.]md$", ""))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + presets, unreadable);
        }
    }

    /** @throws BrokenFile as {@link #write} */
    public Preset preset(String name, LetterContent content, Letterhead head) {
        LetterText text = LetterText.template(PRESETS + "/" + name);
        for (String language : ReaderLocale.languages(content, head)) {
            Optional<LetterTemplate> words = words(text, language);
            if (words.isPresent()) {
                Map<String, Object> fields = LetterFields.of(content, head, ReaderLocale.of(language, content, head));
                return new Preset(
                        name, language, words.get().subject(fields), words.get().plain(fields));
            }
        }
        throw new BrokenFile(List.of(nowhere(text, ReaderLocale.languages(content, head))));
    }

    /** True when every letter can fall back on this template. */
    public boolean has(String template, String language) {
        return has(LetterText.template(template), language);
    }

    /** True when every letter can fall back on this text, if the creditor's language is the one given. */
    public boolean has(LetterText text, String language) {
        if (text instanceof TypedText typed) {
            return typed.language().equals(language);
        }
        return text instanceof FreeText free
                ? free.isIn(language) || free.isIn("en")
                : file(((LetterText.Template) text).name(), language).isPresent()
                        || file(((LetterText.Template) text).name(), "en").isPresent();
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
}
