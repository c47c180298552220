package io.recoup.banking;

/** A bank file that cannot be read, or not to its end. What came before the error was already given to the sink. */
public final class StatementReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String reason;

    /**
     * @param file name of the file
     * @param line line from 1
     * @param column column from 1
     * @param reason what is wrong and what would be right, in one line
     */
    public StatementReadException(String file, int line, int column, String reason, Throwable cause) {
        super(file + ":" + line + ":" + column + ": " + reason, cause);
        this.file = file;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
