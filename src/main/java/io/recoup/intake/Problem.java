package io.recoup.intake;

/**
 * Something in a file of the site that somebody has to put right.
 *
 * @param file as the person knows it, below the routes folder
 * @param line from 1; 0 when it concerns the whole file
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Problem(String file, long line, String message, String remedy) {

    /** One line, as compilers write it: {@code maps/acme.jq:3: message; remedy}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message + "; " + remedy;
    }
}
