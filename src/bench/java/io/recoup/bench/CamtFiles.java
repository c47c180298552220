package io.recoup.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Generates camt.053.001.08 files that look like a bank's: indented, UTF-8 with names outside ASCII, 4 % batch entries
 * of 2 to 13 transactions, 1 to 6 references in each remittance. The same seed gives the same bytes.
 */
final class CamtFiles {

    private static final String[] NAMES = {
        "Müller & Söhne GmbH", "Çelik Otomotiv A.Ş.", "Société Générale d'Électricité", "Łódź Transport Sp. z o.o.",
        "Peña e Hijos S.L.", "Bäckerei Jürgen Weiß", "Ferramenta Rossi S.r.l.", "Smith and Daughters Ltd"
    };

    private final Random random;
    private final StringBuilder xml = new StringBuilder(1 << 16);
    private long transactions;

    CamtFiles(long seed) {
        random = new Random(seed);
    }

    /**
     * Writes statements of {@code entries} entries each until the file has {@code bytes} bytes.
     *
     * @return number of transactions in the file
     */
    static long write(Path file, long seed, long bytes, int entries) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        CamtFiles camt = new CamtFiles(seed);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
            camt.line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            camt.line(0, "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">");
            camt.line(1, "<BkToCstmrStmt>");
            camt.line(2, "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-09T20:00:00+01:00</CreDtTm></GrpHdr>");
            for (int statement = 1; written < bytes; statement++) {
                camt.statementBegins(statement);
                for (int i = 0; i < entries && written < bytes; i++) {
                    camt.entry(statement, i);
                    written += camt.flush(out);
                }
                camt.line(2, "</Stmt>");
            }
            camt.line(1, "</BkToCstmrStmt>");
            camt.line(0, "</Document>");
            camt.flush(out);
        }
        return camt.transactions;
    }

    private void statementBegins(int number) {
        line(2, "<Stmt>");
        line(3, "<Id>2026-" + number + "</Id>");
        line(3, "<CreDtTm>2026-03-09T20:00:00+01:00</CreDtTm>");
        line(3, "<Acct>");
        line(4, "<Id>");
        line(5, "<IBAN>DE02120300000000202051</IBAN>");
        line(4, "</Id>");
        line(4, "<Ccy>EUR</Ccy>");
        line(3, "</Acct>");
        for (String kind : new String[] {"OPBD", "CLBD"}) {
            line(3, "<Bal>");
            line(4, "<Tp>");
            line(5, "<CdOrPrtry>");
            line(6, "<Cd>" + kind + "</Cd>");
            line(5, "</CdOrPrtry>");
            line(4, "</Tp>");
            line(4, "<Amt Ccy=\"EUR\">1000000.00</Amt>");
            line(4, "<CdtDbtInd>CRDT</CdtDbtInd>");
            line(4, "<Dt>");
            line(5, "<Dt>2026-03-09</Dt>");
            line(4, "</Dt>");
            line(3, "</Bal>");
        }
    }

    private void entry(int statement, int number) {
        int size = random.nextInt(100) < 4 ? 2 + random.nextInt(12) : 1;
        long[] cents = random.longs(size, 100, 1_000_000).toArray();
        long sum = 0;
        for (long each : cents) {
            sum += each;
        }
        String direction = random.nextInt(10) < 8 ? "CRDT" : "DBIT";
        String day = "2026-03-" + (10 + random.nextInt(18));
        line(3, "<Ntry>");
        line(4, "<NtryRef>" + number + "</NtryRef>");
        line(4, "<Amt Ccy=\"EUR\">" + decimal(sum) + "</Amt>");
        line(4, "<CdtDbtInd>" + direction + "</CdtDbtInd>");
        line(4, "<Sts>");
        line(5, "<Cd>BOOK</Cd>");
        line(4, "</Sts>");
        for (String name : new String[] {"BookgDt", "ValDt"}) {
            line(4, "<" + name + ">");
            line(5, "<Dt>" + day + "</Dt>");
            line(4, "</" + name + ">");
        }
        line(4, "<AcctSvcrRef>" + statement + "-" + number + "-" + random.nextInt(1_000_000) + "</AcctSvcrRef>");
        line(4, "<BkTxCd>");
        line(5, "<Domn>");
        line(6, "<Cd>PMNT</Cd>");
        line(6, "<Fmly>");
        line(7, "<Cd>RCDT</Cd>");
        line(7, "<SubFmlyCd>ESCT</SubFmlyCd>");
        line(6, "</Fmly>");
        line(5, "</Domn>");
        line(4, "</BkTxCd>");
        line(4, "<NtryDtls>");
        if (size > 1) {
            line(5, "<Btch>");
            line(6, "<NbOfTxs>" + size + "</NbOfTxs>");
            line(5, "</Btch>");
        }
        for (long each : cents) {
            detail(each, direction);
        }
        line(4, "</NtryDtls>");
        line(4, "<AddtlNtryInf>SEPA-Überweisung</AddtlNtryInf>");
        line(3, "</Ntry>");
    }

    private void detail(long cents, String direction) {
        transactions++;
        line(5, "<TxDtls>");
        line(6, "<Refs>");
        line(7, "<EndToEndId>E2E-" + random.nextInt(1_000_000_000) + "</EndToEndId>");
        line(7, "<TxId>" + random.nextLong() + "</TxId>");
        line(6, "</Refs>");
        line(6, "<Amt Ccy=\"EUR\">" + decimal(cents) + "</Amt>");
        line(6, "<CdtDbtInd>" + direction + "</CdtDbtInd>");
        line(6, "<RltdPties>");
        for (String role : new String[] {"Dbtr", "Cdtr"}) {
            line(7, "<" + role + ">");
            line(8, "<Pty>");
            line(9, "<Nm>" + NAMES[random.nextInt(NAMES.length)].replace("&", "&amp;") + "</Nm>");
            line(9, "<PstlAdr>");
            line(10, "<StrtNm>Königstraße</StrtNm>");
            line(10, "<TwnNm>Nürnberg</TwnNm>");
            line(10, "<Ctry>DE</Ctry>");
            line(9, "</PstlAdr>");
            line(8, "</Pty>");
            line(7, "</" + role + ">");
            line(7, "<" + role + "Acct>");
            line(8, "<Id>");
            line(
                    9,
                    "<IBAN>DE" + (10 + random.nextInt(89)) + "5121080012" + (10_000_000 + random.nextInt(80_000_000))
                            + "</IBAN>");
            line(8, "</Id>");
            line(7, "</" + role + "Acct>");
        }
        line(6, "</RltdPties>");
        line(6, "<RltdAgts>");
        line(7, "<DbtrAgt>");
        line(8, "<FinInstnId>");
        line(9, "<BICFI>SOGEDEFF</BICFI>");
        line(8, "</FinInstnId>");
        line(7, "</DbtrAgt>");
        line(6, "</RltdAgts>");
        line(6, "<RmtInf>");
        StringBuilder text = new StringBuilder("Rechnungen");
        for (int references = 1 + random.nextInt(6); references > 0; references--) {
            text.append(" RE-2026-").append(100_000 + random.nextInt(900_000));
        }
        line(7, "<Ustrd>" + text + "</Ustrd>");
        line(6, "</RmtInf>");
        line(5, "</TxDtls>");
    }

    private static String decimal(long cents) {
        return cents / 100 + "." + (char) ('0' + cents / 10 % 10) + (char) ('0' + cents % 10);
    }

    private void line(int depth, String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }

    private int flush(OutputStream out) throws IOException {
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        xml.setLength(0);
        out.write(bytes);
        return bytes.length;
    }
}
