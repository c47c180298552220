package io.recoup.intake.map;

/** A map file that cannot be used; the message names the file. */
public final class BrokenMap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String what;

    /**
     * @param file below the maps folder
     * @param line from 1; 0 = the file as a whole
     */
    BrokenMap(String file, long line, String what) {
        super("map " + file + (line > 0 ? ":" + line : "") + " " + what);
        this.file = file;
        this.line = line;
        this.what = what;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public String what() {
        return what;
    }
}
