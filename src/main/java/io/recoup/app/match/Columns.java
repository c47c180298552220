package io.recoup.app.match;

import io.recoup.intake.map.ColumnMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of a CSV by the names in its header: a field of the contract, or a word that says the same. Case, blanks
 * and underscores do not count.
 */
final class Columns {

    private static final String DEBTOR = """
            debtor.sourceId: debtor, customer, customer number, customer no, customer id, debtor number, debtor id
            debtor.name: customer name, debtor name, name
            debtor.group: group
            debtor.taxId: tax id, vat id, vat number
            debtor.termDays: term days
            debtor.ibans[0]: iban, customer iban
            """;

    /** Field by field, the one given first wins where a file has several columns for it. */
    private static final Map<String, String> FIELDS = Map.of(
            "invoice/1", """
            source:
            sourceId: id
            changedAt:
            kind: type, document type
            number: invoice, invoice number, invoice no, document, document number, document no
            issuedOn: issued, issue date, invoice date, document date, date
            dueOn: due, due date
            currency:
            total: amount, gross, gross amount
            open: open amount, balance, outstanding, residual
            state: status
            reference: payment reference, structured reference
            orderReference: order, order number, purchase order, po number
            creditNoteFor: corrects
            """ + DEBTOR, "customer/1", """
            source:
            sourceId: id, customer, customer number, customer no, customer id, debtor, debtor number, debtor id
            name: customer name, debtor name
            group:
            taxId: vat id, vat number
            termDays:
            ibans[0]: iban, customer iban
            """, "bank-transaction/1", """
            account: our account, own account
            currency:
            statement:
            bookedOn: booked, booking date, date
            valueOn: value date
            status:
            direction:
            reversal:
            balancing:
            amount:
            counterparty.name: counterparty, payer, payer name, name
            counterparty.account: payer account, payer iban, counterparty iban
            counterparty.bic: bic
            endToEndId: end to end reference
            reference: payment reference, structured reference
            remittance: purpose, text, description, remittance information
            bankId: id, transaction, transaction id
            occurrence:
            """, "truth", """
            transaction: bankId, id, transaction id
            allocations[0].item: item, number, invoice, invoice number
            allocations[0].instalment: instalment
            allocations[0].debtor: debtor
            allocations[0].amount: amount
            class:
            """, "reminder", """
            debtor: customer, customer number, customer no, customer id, debtor number, debtor id
            sentOn: sent, sent on, date, letter date, reminded on
            items[0]: item, items, number, invoice, invoice number, document, document number
            """);

    /** {@code instalments[2].dueOn}, {@code ibans[1]}: where a list goes on, only the contract's own names are read. */
    private static final Pattern OF_LIST =
            Pattern.compile("(?:debtor\\.)?(?:instalments|discounts|ibans|items)\\[\\d{1,2}](?:\\.[A-Za-z]+)?");

    private Columns() {}

    /**
     * @param unread receives the headers that mean nothing here
     * @throws IllegalArgumentException if none of the columns is known
     */
    static ColumnMap of(String contract, List<String> header, List<String> unread) {
        Map<String, String> named = new LinkedHashMap<>();
        header.forEach(name -> named.putIfAbsent(squashed(name), name));
        Map<String, String> columns = new LinkedHashMap<>();
        FIELDS.get(contract).lines().forEach(line -> {
            String field = line.substring(0, line.indexOf(':'));
            List<String> words = new ArrayList<>(List.of(field));
            words.addAll(List.of(line.substring(line.indexOf(':') + 1).split(",")));
            words.stream()
                    .map(Columns::squashed)
                    .filter(word -> !word.isEmpty() && named.containsKey(word))
                    .findFirst()
                    .ifPresent(word -> columns.put(field, named.remove(word)));
        });
        header.stream().filter(name -> OF_LIST.matcher(name).matches()).forEach(name -> {
            columns.putIfAbsent(name, name);
            named.remove(squashed(name));
        });
        unread.addAll(named.values());
        return new ColumnMap(columns, null, null, null, null, null, null);
    }

    private static String squashed(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
