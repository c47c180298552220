package io.recoup.mail;

/** The words of a letter: a template of the folder, a text of their own in a policy, or what a person typed. */
public sealed interface LetterText permits LetterText.Template, FreeText, TypedText {

    /** @param name of the file in each language's folder, without {@code .md} */
    record Template(String name) implements LetterText {}

    static LetterText template(String name) {
        return new Template(name);
    }
}
