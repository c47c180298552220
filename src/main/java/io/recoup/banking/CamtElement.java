package io.recoup.banking;

import org.jspecify.annotations.Nullable;

/**
 * The elements of camt.052, 053 and 054 that recoup reads, as one tree for all versions. What is not in it is skipped
 * with everything below.
 *
 * <p>Names are compared by identity: the reader hands out interned names, and a literal is one.
 */
final class CamtElement {

    /** What stands directly below the root {@code Document}. */
    static final CamtElement DOCUMENT = document();

    final String name;
    final CamtMeaning meaning;
    final boolean text;
    private CamtElement[] children = {};
    private String[] names = {};

    @Nullable
    CamtElement parent;

    private CamtElement(String name, CamtMeaning meaning) {
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
        return new CamtElement(name, CamtMeaning.STATEMENT).of(statementParts());
    }

    private static CamtElement[] statementParts() {
        return new CamtElement[] {
            entry(),
            text("Id", CamtMeaning.STATEMENT_ID),
            text("CreDtTm", CamtMeaning.CREATED),
            path("Acct", accountId(CamtMeaning.ACCOUNT), text("Ccy", CamtMeaning.ACCOUNT_CURRENCY)),
            new CamtElement("Bal", CamtMeaning.BALANCE)
                    .of(
                            path(
                                    "Tp",
                                    path("CdOrPrtry", text("Cd", CamtMeaning.BALANCE_KIND)),
                                    text("Cd", CamtMeaning.BALANCE_KIND)),
                            text("Amt", CamtMeaning.BALANCE_AMOUNT),
                            text("CdtDbtInd", CamtMeaning.BALANCE_SIGN),
                            day("Dt", CamtMeaning.BALANCE_DAY))
        };
    }

    private static CamtElement entry() {
        return new CamtElement("Ntry", CamtMeaning.ENTRY)
                .of(
                        text("Amt", CamtMeaning.ENTRY_AMOUNT),
                        text("CdtDbtInd", CamtMeaning.ENTRY_SIGN),
                        text("Sts", CamtMeaning.ENTRY_STATUS),
                        day("BookgDt", CamtMeaning.ENTRY_BOOKED),
                        day("ValDt", CamtMeaning.ENTRY_VALUE),
                        text("AcctSvcrRef", CamtMeaning.ENTRY_BANK_ID),
                        path("NtryDtls", detail()),
                        text("AddtlNtryInf", CamtMeaning.ENTRY_TEXT),
                        text("RvslInd", CamtMeaning.ENTRY_REVERSAL),
                        detail());
    }

    private static CamtElement detail() {
        return new CamtElement("TxDtls", CamtMeaning.DETAIL)
                .of(
                        path(
                                "Refs",
                                text("AcctSvcrRef", CamtMeaning.BANK_ID),
                                text("EndToEndId", CamtMeaning.END_TO_END_ID)),
                        text("Amt", CamtMeaning.AMOUNT),
                        text("CdtDbtInd", CamtMeaning.SIGN),
                        path(
                                "AmtDtls",
                                path("TxAmt", text("Amt", CamtMeaning.TRANSACTION_AMOUNT)),
                                path("InstdAmt", text("Amt", CamtMeaning.INSTRUCTED_AMOUNT)),
                                path("CntrValAmt", text("Amt", CamtMeaning.COUNTER_VALUE))),
                        path(
                                "RltdPties",
                                party("Dbtr", CamtMeaning.DEBTOR_NAME),
                                path("DbtrAcct", accountId(CamtMeaning.DEBTOR_ACCOUNT)),
                                party("UltmtDbtr", CamtMeaning.ULTIMATE_DEBTOR),
                                party("Cdtr", CamtMeaning.CREDITOR_NAME),
                                path("CdtrAcct", accountId(CamtMeaning.CREDITOR_ACCOUNT)),
                                party("UltmtCdtr", CamtMeaning.ULTIMATE_CREDITOR)),
                        path(
                                "RltdAgts",
                                agent("DbtrAgt", CamtMeaning.DEBTOR_BIC),
                                agent("CdtrAgt", CamtMeaning.CREDITOR_BIC)),
                        path(
                                "RmtInf",
                                text("Ustrd", CamtMeaning.REMITTANCE),
                                path(
                                        "Strd",
                                        path(
                                                "CdtrRefInf",
                                                text("Ref", CamtMeaning.REFERENCE),
                                                text("CdtrRef", CamtMeaning.REFERENCE)),
                                        path(
                                                "RfrdDocInf",
                                                text("Nb", CamtMeaning.REMITTANCE_MORE),
                                                text("RfrdDocNb", CamtMeaning.REMITTANCE_MORE)),
                                        text("AddtlRmtInf", CamtMeaning.REMITTANCE_MORE))),
                        text("AddtlTxInf", CamtMeaning.TEXT),
                        path("RltdDts", text("IntrBkSttlmDt", CamtMeaning.SETTLED)),
                        new CamtElement("RtrInf", CamtMeaning.RETURNED));
    }

    /** {@code Nm} stands in the party up to version 7 and in {@code Pty} or {@code Agt} from version 8. */
    private static CamtElement party(String name, CamtMeaning meaning) {
        return path(
                name,
                text("Nm", meaning),
                path("Pty", text("Nm", meaning)),
                path("Agt", path("FinInstnId", text("Nm", meaning))));
    }

    private static CamtElement accountId(CamtMeaning meaning) {
        return path(
                "Id",
                text("IBAN", meaning),
                path("Othr", text("Id", meaning)),
                text("BBAN", meaning),
                text("UPIC", meaning),
                path("PrtryAcct", text("Id", meaning)));
    }

    private static CamtElement agent(String name, CamtMeaning meaning) {
        return path(
                name,
                path(
                        "FinInstnId",
                        text("BICFI", meaning),
                        text("BIC", meaning),
                        path("CmbndId", text("BIC", meaning))));
    }

    private static CamtElement day(String name, CamtMeaning meaning) {
        return path(name, text("Dt", meaning), text("DtTm", meaning));
    }

    private static CamtElement text(String name, CamtMeaning meaning) {
        return new CamtElement(name, meaning);
    }

    private static CamtElement path(String name, CamtElement... children) {
        return new CamtElement(name, CamtMeaning.PASSAGE).of(children);
    }

    /** Each element has one parent, so a part is built anew for every place it stands in. */
    private CamtElement of(CamtElement... parts) {
        children = parts;
        names = new String[parts.length];
        for (int i = 0; i < parts.length; i++) {
            names[i] = parts[i].name;
            parts[i].parent = this;
        }
        return this;
    }
}
