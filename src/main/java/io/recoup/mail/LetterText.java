package io.recoup.mail;

/** The words of a letter: a template of the folder, or a text of their own in a policy. */
public sealed interface LetterText permits LetterText.Template, FreeText {

    /** @param name of the file in each language's folder, without {@code .md} */
    record Template(String name) implements LetterText {}

    static LetterText template(String name) {
        return new Template(name);
    }
}
