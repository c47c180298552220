package io.recoup.banking;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements of camt.052, 053 and 054 that recoup reads, as one tree for all versions. What is not in it is skipped
 * with everything below.
 *
 * <p>Names are compared by identity: the reader hands out interned names, and a literal is one.
 */
final class CamtElement {

    /** What reading an element means. Those up to {@link #RETURNED} hold elements, the others text. */
    enum Meaning {
        PASSAGE,
        STATEMENT,
        BALANCE,
        ENTRY,
        DETAIL,
        RETURNED,
        STATEMENT_ID,
        CREATED,
        ACCOUNT,
        ACCOUNT_CURRENCY,
        BALANCE_KIND,
        BALANCE_AMOUNT,
        BALANCE_SIGN,
        BALANCE_DAY,
        ENTRY_AMOUNT,
        ENTRY_SIGN,
        ENTRY_REVERSAL,
        ENTRY_STATUS,
        ENTRY_BOOKED,
        ENTRY_VALUE,
        ENTRY_BANK_ID,
        ENTRY_TEXT,
        BANK_ID,
        END_TO_END_ID,
        AMOUNT,
        TRANSACTION_AMOUNT,
        COUNTER_VALUE,
        INSTRUCTED_AMOUNT,
        SIGN,
        DEBTOR_NAME,
        DEBTOR_ACCOUNT,
        DEBTOR_BIC,
        ULTIMATE_DEBTOR,
        CREDITOR_NAME,
        CREDITOR_ACCOUNT,
        CREDITOR_BIC,
        ULTIMATE_CREDITOR,
        SETTLED,
        REFERENCE,
        REMITTANCE,
        REMITTANCE_MORE,
        TEXT;

        boolean isText() {
            return compareTo(RETURNED) > 0;
        }
    }

    /** What stands directly below the root {@code Document}. */
    static final CamtElement DOCUMENT = document();

    final String name;
    final Meaning meaning;
    final boolean text;
    private CamtElement[] children = {};
    private String[] names = {};

    @Nullable
    CamtElement parent;

    private CamtElement(String name, Meaning meaning) {
        this.name = name.intern();
        this.meaning = meaning;
        this.text = meaning.isText();
    }

    /** The known child of this interned name, or null. */
    @Nullable
    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // both sides are interned, and this runs per element
    CamtElement child(String interned) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == interned) {
                return children[i];
            }
        }
        return null;
    }

    private static CamtElement document() {
        return path(
                "Document",
                path("BkToCstmrStmt", statement("Stmt")),
                path("BkToCstmrStmtV01", statement("Stmt")),
                path("BkToCstmrAcctRpt", statement("Rpt")),
                path("BkToCstmrAcctRptV01", statement("Rpt")),
                path("BkToCstmrDbtCdtNtfctn", statement("Ntfctn")),
                path("BkToCstmrDbtCdtNtfctnV01", statement("Ntfctn")));
    }

    private static CamtElement statement(String name) {
        return new CamtElement(name, Meaning.STATEMENT).of(statementParts());
    }

    private static CamtElement[] statementParts() {
        return new CamtElement[] {
            entry(),
            text("Id", Meaning.STATEMENT_ID),
            text("CreDtTm", Meaning.CREATED),
            path("Acct", accountId(Meaning.ACCOUNT), text("Ccy", Meaning.ACCOUNT_CURRENCY)),
            new CamtElement("Bal", Meaning.BALANCE)
                    .of(
                            path(
                                    "Tp",
                                    path("CdOrPrtry", text("Cd", Meaning.BALANCE_KIND)),
                                    text("Cd", Meaning.BALANCE_KIND)),
                            text("Amt", Meaning.BALANCE_AMOUNT),
                            text("CdtDbtInd", Meaning.BALANCE_SIGN),
                            day("Dt", Meaning.BALANCE_DAY))
        };
    }

    private static CamtElement entry() {
        return new CamtElement("Ntry", Meaning.ENTRY)
                .of(
                        text("Amt", Meaning.ENTRY_AMOUNT),
                        text("CdtDbtInd", Meaning.ENTRY_SIGN),
                        text("Sts", Meaning.ENTRY_STATUS),
                        day("BookgDt", Meaning.ENTRY_BOOKED),
                        day("ValDt", Meaning.ENTRY_VALUE),
                        text("AcctSvcrRef", Meaning.ENTRY_BANK_ID),
                        path("NtryDtls", detail()),
                        text("AddtlNtryInf", Meaning.ENTRY_TEXT),
                        text("RvslInd", Meaning.ENTRY_REVERSAL),
                        detail());
    }

    private static CamtElement detail() {
        return new CamtElement("TxDtls", Meaning.DETAIL)
                .of(
                        path("Refs", text("AcctSvcrRef", Meaning.BANK_ID), text("EndToEndId", Meaning.END_TO_END_ID)),
                        text("Amt", Meaning.AMOUNT),
                        text("CdtDbtInd", Meaning.SIGN),
                        path(
                                "AmtDtls",
                                path("TxAmt", text("Amt", Meaning.TRANSACTION_AMOUNT)),
                                path("InstdAmt", text("Amt", Meaning.INSTRUCTED_AMOUNT)),
                                path("CntrValAmt", text("Amt", Meaning.COUNTER_VALUE))),
                        path(
                                "RltdPties",
                                party("Dbtr", Meaning.DEBTOR_NAME),
                                path("DbtrAcct", accountId(Meaning.DEBTOR_ACCOUNT)),
                                party("UltmtDbtr", Meaning.ULTIMATE_DEBTOR),
                                party("Cdtr", Meaning.CREDITOR_NAME),
                                path("CdtrAcct", accountId(Meaning.CREDITOR_ACCOUNT)),
                                party("UltmtCdtr", Meaning.ULTIMATE_CREDITOR)),
                        path("RltdAgts", agent("DbtrAgt", Meaning.DEBTOR_BIC), agent("CdtrAgt", Meaning.CREDITOR_BIC)),
                        path(
                                "RmtInf",
                                text("Ustrd", Meaning.REMITTANCE),
                                path(
                                        "Strd",
                                        path(
                                                "CdtrRefInf",
                                                text("Ref", Meaning.REFERENCE),
                                                text("CdtrRef", Meaning.REFERENCE)),
                                        path(
                                                "RfrdDocInf",
                                                text("Nb", Meaning.REMITTANCE_MORE),
                                                text("RfrdDocNb", Meaning.REMITTANCE_MORE)),
                                        text("AddtlRmtInf", Meaning.REMITTANCE_MORE))),
                        text("AddtlTxInf", Meaning.TEXT),
                        path("RltdDts", text("IntrBkSttlmDt", Meaning.SETTLED)),
                        new CamtElement("RtrInf", Meaning.RETURNED));
    }

    /** {@code Nm} stands in the party up to version 7 and in {@code Pty} or {@code Agt} from version 8. */
    private static CamtElement party(String name, Meaning meaning) {
        return path(
                name,
                text("Nm", meaning),
                path("Pty", text("Nm", meaning)),
                path("Agt", path("FinInstnId", text("Nm", meaning))));
    }

    private static CamtElement accountId(Meaning meaning) {
        return path(
                "Id",
                text("IBAN", meaning),
                path("Othr", text("Id", meaning)),
                text("BBAN", meaning),
                text("UPIC", meaning),
                path("PrtryAcct", text("Id", meaning)));
    }

    private static CamtElement agent(String name, Meaning meaning) {
        return path(
                name,
                path(
                        "FinInstnId",
                        text("BICFI", meaning),
                        text("BIC", meaning),
                        path("CmbndId", text("BIC", meaning))));
    }

    private static CamtElement day(String name, Meaning meaning) {
        return path(name, text("Dt", meaning), text("DtTm", meaning));
    }

    private static CamtElement text(String name, Meaning meaning) {
        return new CamtElement(name, meaning);
    }

    private static CamtElement path(String name, CamtElement... children) {
        return new CamtElement(name, Meaning.PASSAGE).of(children);
    }

    /** Each element has one parent, so a part is built anew for every place it stands in. */
    private CamtElement of(CamtElement... parts) {
        children = parts;
        names = Stream.of(parts).map(part -> part.name).toArray(String[]::new);
        for (CamtElement part : parts) {
            part.parent = this;
        }
        return this;
    }
}
