package io.recoup.banking;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Walks one camt document: a hand-written state machine whose state is a place in {@link CamtElement}. Allocates what
 * it gives out and little else.
 */
final class CamtReader {

    private final XMLStreamReader2 xml;
    private final String file;
    private final String format;
    private final StatementSink sink;
    private final boolean bookedUnlessSaid;

    private final CamtFields fields;
    private final CamtStatement statement;
    private final CamtEntry entry;
    private final CamtBalance balance;
    private final CamtItems items;
    private CamtDetail first = new CamtDetail();

    /**
     * @param xml stands on the root element
     * @param format such as {@code camt.053.001.08}
     */
    CamtReader(XMLStreamReader2 xml, String file, String format, StatementSink sink) {
        this.xml = xml;
        this.file = file;
        this.format = format;
        this.sink = sink;
        // only the end-of-day statement may omit the status: it holds what was booked
        this.bookedUnlessSaid = format.startsWith("camt.053");
        this.fields = new CamtFields(xml, this::reject);
        this.statement = fields.statement;
        this.entry = fields.entry;
        this.balance = fields.balance;
        this.items = new CamtItems(file, sink, statement, entry);
    }

    void read() throws XMLStreamException {
        sink.document(format);
        CamtElement at = CamtElement.DOCUMENT;
        while (at != null) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    CamtElement child = at.child(xml.getLocalName());
                    if (child == null) {
                        skip();
                    } else if (child.text) {
                        fields.take(child.meaning);
                    } else {
                        at = child;
                        begin(child.meaning);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(at.meaning);
                    at = at.parent;
                }
                default -> {
                    // white space, comments
                }
            }
        }
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void begin(CamtMeaning meaning) {
        switch (meaning) {
            case STATEMENT -> statement.clear();
            case BALANCE -> balance.clear();
            case ENTRY -> entry.clear();
            case DETAIL -> {
                if (entry.details == 1) {
                    giveOneOf(first, 1);
                }
                fields.detail.clear();
            }
            case RETURNED -> fields.detail.returned = true;
            default -> {
                // a mere passage
            }
        }
    }

    private void end(CamtMeaning meaning) {
        switch (meaning) {
            case STATEMENT -> sink.statement(statement.told(file, format));
            case BALANCE -> endBalance();
            case ENTRY -> endEntry();
            case DETAIL -> {
                entry.details++;
                if (entry.details == 1) {
                    CamtDetail kept = fields.detail;
                    fields.detail = first;
                    first = kept;
                } else {
                    giveOneOf(fields.detail, entry.details);
                }
            }
            default -> {
                // nothing ends with it
            }
        }
    }

    private void endBalance() {
        if (balance.amount.problem != null) {
            reject("balance " + balance.kind + " left out: " + balance.amount.problem);
        } else if (balance.amount.currency != null) {
            statement.balance(balance.kind, balance.signed(), balance.day);
        }
    }

    private void giveOneOf(CamtDetail one, int number) {
        if (entryIsComplete()) {
            try {
                items.oneOf(one, number);
            } catch (ArithmeticException tooLarge) {
                entry.broken = true;
                reject("the sum of this entry's transactions is too large");
            }
        }
    }

    private void endEntry() {
        if (entryIsComplete()) {
            try {
                if (entry.details == 0) {
                    items.whole();
                } else if (entry.details == 1) {
                    items.single(first);
                }
                items.rest();
            } catch (ArithmeticException tooLarge) {
                entry.broken = true;
                reject("the sum of this entry's transactions is too large");
            }
        }
        try {
            statement.entry(entry);
        } catch (IllegalArgumentException tooLarge) {
            reject(tooLarge.getMessage());
        }
    }

    private boolean entryIsComplete() {
        if (entry.status == null) {
            entry.status = bookedUnlessSaid ? EntryStatus.BOOKED : EntryStatus.PENDING;
        }
        if (!entry.broken) {
            String problem = items.incomplete();
            if (problem != null) {
                entry.broken = true;
                reject(problem);
            }
        }
        return !entry.broken;
    }

    private void reject(String reason) {
        Location at = xml.getLocation();
        sink.rejected(new RejectedEntry(file, at.getLineNumber(), at.getColumnNumber(), reason));
    }
}
