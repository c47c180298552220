package io.recoup.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a letter before they are filled in: a subject, and Markdown with placeholders. */
final class LetterTemplate {

    private static final Pattern FILE = Pattern.compile(
            "\\A---\\R(?:.*\\R)*?subject:[ \\t]*(?<subject>[^\\r\\n]+)\\R(?:.*\\R)*?---[ \\t]*\\R(?<body>[\\s\\S]*)\\z");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|&~=]");
    private static final Pattern REQUIRED = Pattern.compile("\\{\\{\\s*#\\s*required\\s*}}");
    private static final String REQUIRED_AT_THE_END = "\n\n{{#required}}\n{{line}}\n\n{{/required}}\n";

    private final Path file;
    private final String hash;
    private final Template subject;
    private final Template body;
    private final Template plain;

    private LetterTemplate(Path file, String hash, Template subject, Template body, Template plain) {
        this.file = file;
        this.hash = hash;
        this.subject = subject;
        this.body = body;
        this.plain = plain;
    }

    /** @throws BrokenFile if the file has no subject or its placeholders cannot be read */
    static LetterTemplate of(FileText source) {
        Matcher parts = parts(source);
        return of(source.file(), source.hash(), parts.group("subject").strip(), parts.group("body"));
    }

    /**
     * What the law requires is printed at the end of a body that does not say where.
     *
     * @throws BrokenFile if the placeholders cannot be read
     */
    static LetterTemplate of(Path file, String hash, String subject, String body) {
        String whole = REQUIRED.matcher(body).find() ? body : body + REQUIRED_AT_THE_END;
        try {
            return new LetterTemplate(
                    file,
                    hash,
                    compiler(text -> text).compile(subject),
                    compiler(text -> MARKUP.matcher(text).replaceAll("\\\\$0")).compile(whole),
                    compiler(text -> text).compile(body));
        } catch (MustacheException malformed) {
            throw new BrokenFile(List.of(
                    new Problem(file, 0, malformed.getMessage(), "close every {{#section}} with {{/section}}")));
        }
    }

    private static Matcher parts(FileText source) {
        Matcher parts = FILE.matcher(source.text());
        if (!parts.matches()) {
            throw new BrokenFile(List.of(new Problem(
                    source.file(), 1, "no subject", "begin the file with the lines '---', 'subject: ...', '---'")));
        }
        return parts;
    }

    String hash() {
        return hash;
    }

    String subject(Map<String, Object> fields) {
        return LetterFields.oneLine(filled(subject, fields));
    }

    /** Markdown; what came from outside is escaped, so that a name cannot become a link or a heading. */
    String body(Map<String, Object> fields) {
        return filled(body, fields);
    }

    /** As the file has it, for a person to go on with; nothing is escaped. */
    String plain(Map<String, Object> fields) {
        return LetterFields.paragraphs(filled(plain, fields));
    }

    private String filled(Template template, Map<String, Object> fields) {
        try {
            return template.execute(fields);
        } catch (MustacheException missing) {
            throw new BrokenFile(List.of(new Problem(
                    file, 0, missing.getMessage(), "known placeholders: " + TemplateCheck.knownPlaceholders())));
        }
    }

    private static Mustache.Compiler compiler(Mustache.Escaper escaper) {
        return Mustache.compiler()
                .withCollector(new MapsOnly())
                .withEscaper(escaper)
                .strictSections(true)
                .withLoader(name -> {
                    throw new MustacheException("a letter cannot include '" + name + "'");
                });
    }
}
