package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FreeText;
import io.recoup.mail.LetterText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The part of a level or action that says in which words and with what beside them it is sent. */
final class WordingReader {

    private final Path folder;
    private final Predicate<String> hasTemplate;
    private final boolean hasArchive;

    /**
     * @param folder of the policy file: attached files are named from there
     * @param hasArchive whether the creditor states where the documents' PDF files lie
     */
    WordingReader(Path folder, Predicate<String> hasTemplate, boolean hasArchive) {
        this.folder = folder;
        this.hasTemplate = hasTemplate;
        this.hasArchive = hasArchive;
    }

    /** @param usual template where none is stated; null = one must be */
    Wording read(YamlFields block, String usual) {
        boolean own = block.has("text");
        LetterText text = own ? ownWords(block) : null;
        String template = block.text("template", own || usual == null ? "" : usual);
        if (template.isEmpty() && !own) {
            block.problem(
                    "template",
                    "neither 'template' nor 'text' is there",
                    "state the name of a file in routes/templates/<language>, or a text per language");
        }
        if (!template.isEmpty() && own) {
            block.problem("text", "both 'template' and 'text' are there", "remove one");
        }
        if (!template.isEmpty() && !hasTemplate.test(template)) {
            block.problem(
                    "template",
                    "unknown template '" + template + "'",
                    "add " + template + ".md for the creditor's language or in English");
        }
        List<String> cc = new ArrayList<>(block.words("cc"));
        boolean agent = cc.remove("agent");
        List<String> attached = new ArrayList<>(block.words("attach"));
        boolean statement = attached.remove("statement");
        boolean invoices = attached.remove("invoices");
        if (invoices && !hasArchive) {
            block.problem(
                    "attach",
                    "invoices cannot be attached: it is not stated where their PDF files lie",
                    "state creditor.archive, the folder with <number>.pdf");
        }
        if (attached.size() > 1) {
            block.problem("attach", "more than one file to attach: " + String.join(", ", attached), "keep one");
        }
        return new Wording(
                text != null ? text : LetterText.template(template.isEmpty() ? "-" : template),
                block.words("to"),
                cc,
                agent,
                statement,
                invoices,
                attached.isEmpty() ? null : file(block, attached.get(0)),
                PolicyValues.flag(block, "hidePortal"));
    }

    private Path file(YamlFields block, String file) {
        Path path = folder.resolve(file).normalize();
        if (!file.matches("(?i).*[.](pdf|doc|docx|jpg|jpeg)")) {
            block.problem("attach", "'" + file + "' is of a type that is not attached", "attach a pdf, doc or jpg");
        } else if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
            block.problem("attach", "there is no file '" + file + "'", "put it beside the policy: " + path);
        }
        return path;
    }

    /** {@code text:} with {@code subject} and {@code body} for each language; null when it has faults. */
    private static LetterText ownWords(YamlFields block) {
        Map<String, FreeText.Version> versions = new LinkedHashMap<>();
        YamlFields languages = block.block("text");
        int before = block.problems();
        for (String language : languages.names()) {
            if (!language.matches("[a-z]{2}")) {
                languages.problem(language, "'" + language + "' is no language", "state texts as 'en:', 'es:', …");
            }
            YamlFields text = languages.block(language);
            versions.put(
                    language,
                    new FreeText.Version(
                            text.file(),
                            text.line("body"),
                            text.required("subject", "the subject of the mail"),
                            text.required("body", "the text, in Markdown")));
        }
        if (block.problems() > before) {
            return null;
        }
        if (versions.isEmpty()) {
            block.problem("text", "'text' is empty", "state 'en:' with 'subject' and 'body'");
            return null;
        }
        try {
            return new FreeText(versions);
        } catch (BrokenFile broken) {
            broken.problems().forEach(block::problem);
            return null;
        }
    }
}
