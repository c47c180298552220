package io.recoup.receivables;

/**
 * A document contradicts itself or the ledger: the message names field, value and remedy. It is told in English to those
 * who run the source, in quarantine; what a person asks for at a page is refused by {@link RefusedEntry}.
 */
public class RefusedDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedDocument(String message) {
        super(message);
    }
}
