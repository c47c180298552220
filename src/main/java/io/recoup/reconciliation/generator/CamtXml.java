package io.recoup.reconciliation.generator;

import io.recoup.money.Money;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The pieces that camt messages are made of. */
final class CamtXml {

    private final XMLStreamWriter xml;

    /** @param xml stands within the root element */
    CamtXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void start(String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void text(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    /** A text in elements within each other, the outermost named first. */
    void nested(@Nullable String text, String... names) throws XMLStreamException {
        if (text == null) {
            return;
        }
        for (int i = 0; i < names.length - 1; i++) {
            xml.writeStartElement(names[i]);
        }
        text(names[names.length - 1], text);
        for (int i = 0; i < names.length - 1; i++) {
            xml.writeEndElement();
        }
    }

    void amount(Money amount) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", amount.currencyCode());
        xml.writeCharacters(amount.toDecimal());
        xml.writeEndElement();
    }

    /** @param role {@code Dbtr} or {@code Cdtr} */
    void party(String role, Movement movement) throws XMLStreamException {
        if (movement.name() != null || movement.account() != null) {
            start("RltdPties");
            nested(movement.name(), role, "Pty", "Nm");
            nested(movement.account(), role + "Acct", "Id", "IBAN");
            end();
        }
        if (movement.bic() != null) {
            start("RltdAgts");
            nested(movement.bic(), role + "Agt", "FinInstnId", "BICFI");
            end();
        }
    }

    void remittance(Movement movement) throws XMLStreamException {
        if (movement.text().isEmpty() && movement.reference() == null) {
            return;
        }
        start("RmtInf");
        for (String line : movement.lines()) {
            text("Ustrd", line);
        }
        nested(movement.reference(), "Strd", "CdtrRefInf", "Ref");
        end();
    }

    void close() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
    }
}
