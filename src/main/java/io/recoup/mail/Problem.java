package io.recoup.mail;

import java.nio.file.Path;

/**
 * What is wrong with a file that people edit.
 *
 * @param line 1 = the first; 0 = the file as a whole
 * @param remedy what to do about it
 */
public record Problem(Path file, int line, String message, String remedy) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message + " (" + remedy + ")";
    }
}
