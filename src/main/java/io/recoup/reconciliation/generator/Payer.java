package io.recoup.reconciliation.generator;

/**
 * The holder of an account from which debts are paid.
 *
 * @param name as its bank has it, before our bank cuts it
 * @param account IBAN
 * @param knownAccount whether the master data of a debtor that it pays for has the account
 * @param knownName whether the name is the debtor's, or so near that a clerk sees it
 * @param shared whether it pays for several debtors: a factor, a parent company, an accountant
 */
record Payer(String name, String account, String bic, boolean knownAccount, boolean knownName, boolean shared) {

    boolean known() {
        return knownAccount || knownName;
    }
}
