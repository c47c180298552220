package io.recoup.reconciliation.generator;

import io.recoup.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes camt.053.001.08. What a bank collects by reference it books in one sum, with the payments as details. */
final class CamtFile implements DailyStatements.Sheets {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private final CamtXml xml;

    CamtFile(OutputStream out, LocalDate day) throws IOException {
        try {
            // the Java library's own, so that the bytes do not depend on what else is on the class path
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("Document");
            writer.writeDefaultNamespace(NAMESPACE);
            this.xml = new CamtXml(writer);
            xml.start("BkToCstmrStmt");
            xml.start("GrpHdr");
            xml.text("MsgId", "STMT-" + day);
            xml.text("CreDtTm", day + "T20:00:00Z");
            xml.end();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    @Override
    public void statement(DailyStatements.Sheet sheet) throws IOException {
        try {
            xml.start("Stmt");
            xml.text("Id", sheet.id());
            xml.text("ElctrncSeqNb", Integer.toString(sheet.number()));
            xml.text("CreDtTm", sheet.day() + "T20:00:00Z");
            xml.start("Acct");
            xml.nested(sheet.company().account, "Id", "IBAN");
            xml.text("Ccy", sheet.company().currency);
            xml.end();
            balance("OPBD", sheet, sheet.opening());
            balance("CLBD", sheet, sheet.closing());
            entries(sheet);
            xml.end();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    private void balance(String kind, DailyStatements.Sheet sheet, long minor) throws XMLStreamException {
        xml.start("Bal");
        xml.nested(kind, "Tp", "CdOrPrtry", "Cd");
        amount(sheet.company(), Math.abs(minor));
        xml.text("CdtDbtInd", minor < 0 ? "DBIT" : "CRDT");
        xml.nested(sheet.day().toString(), "Dt", "Dt");
        xml.end();
    }

    private void entries(DailyStatements.Sheet sheet) throws XMLStreamException {
        List<Movement> batch = new ArrayList<>();
        for (Movement movement : sheet.movements()) {
            if (movement.batched()) {
                batch.add(movement);
            } else {
                entry(List.of(movement), movement.bankId());
            }
        }
        if (!batch.isEmpty()) {
            entry(batch, "BATCH-" + sheet.day());
        }
    }

    private void entry(List<Movement> details, String bankId) throws XMLStreamException {
        Movement first = details.get(0);
        xml.start("Ntry");
        amount(first.company(), details.stream().mapToLong(Movement::minor).sum());
        xml.text("CdtDbtInd", sign(first));
        if (first.reversal()) {
            xml.text("RvslInd", "true");
        }
        xml.nested("BOOK", "Sts", "Cd");
        xml.nested(first.bookedOn().toString(), "BookgDt", "Dt");
        xml.nested(first.valueOn().toString(), "ValDt", "Dt");
        xml.text("AcctSvcrRef", bankId);
        xml.start("NtryDtls");
        for (Movement detail : details) {
            detail(detail);
        }
        xml.end();
        xml.end();
    }

    private void detail(Movement movement) throws XMLStreamException {
        xml.start("TxDtls");
        xml.start("Refs");
        xml.text("AcctSvcrRef", movement.bankId());
        xml.text("EndToEndId", movement.endToEndId() == null ? "NOTPROVIDED" : movement.endToEndId());
        xml.end();
        amount(movement.company(), movement.minor());
        xml.text("CdtDbtInd", sign(movement));
        // who owed and who was owed stay the same when a payment is taken back
        boolean paidUs = movement.credit() || movement.reversal();
        xml.party(paidUs ? "Dbtr" : "Cdtr", movement);
        xml.remittance(movement);
        xml.end();
    }

    private static String sign(Movement movement) {
        return movement.credit() ? "CRDT" : "DBIT";
    }

    private void amount(Company company, long minor) throws XMLStreamException {
        xml.amount(Money.of(minor, company.currency));
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }
}
