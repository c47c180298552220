package io.recoup.reconciliation.generator;

import java.util.List;
import java.util.Map;

/**
 * What payers write in their language. {@code {n}} stands for numbers, {@code {c}} for our customer number, {@code {d}}
 * for a day, {@code {o}} for an order number.
 *
 * @param one for one document
 * @param several before a list of documents
 * @param customer where only the customer number is told
 * @param vague where nothing is told
 */
record Phrases(
        List<String> one,
        List<String> several,
        List<String> customer,
        List<String> vague,
        String andOthers,
        String advice,
        String reminder,
        String instalment,
        String onAccount,
        String oldest,
        String rent,
        String prepaid) {

    private static final Phrases GERMAN = new Phrases(
            List.of(
                    "{n}",
                    "Rechnung {n}",
                    "RG {n}",
                    "Re.-Nr. {n} vom {d}",
                    "Rechnungsnr. {n} Kundennr. {c}",
                    "KD {c} RE {n}",
                    "Zahlung Rechnung {n}, vielen Dank",
                    "{n} {d}",
                    "Rg.Nr.{n}",
                    "{o} {n}"),
            List.of("{n}", "Rechnungen {n}", "RG {n}", "Kd-Nr. {c} Re. {n}"),
            List.of("Kundennummer {c}", "KD-NR {c}", "Kunde {c} Zahlung"),
            List.of(
                    "",
                    "Zahlung",
                    "Überweisung",
                    "Rechnung",
                    "lt. Rechnung",
                    "Danke",
                    "Vielen Dank für die gute Arbeit"),
            "u.a.",
            "Zahlung lt. Avis vom {d}",
            "Ihre Mahnung vom {d}",
            "{i}. Rate {n}",
            "Akontozahlung {c}",
            "Abschlag, bitte auf älteste Rechnungen {c}",
            "Miete {d}",
            "Vorkasse Auftrag {n}");
    private static final Phrases ENGLISH = new Phrases(
            List.of(
                    "{n}",
                    "Invoice {n}",
                    "INV {n}",
                    "Payment of invoice no. {n} dated {d}",
                    "Acct {c} inv {n}",
                    "{o} {n}"),
            List.of("{n}", "Invoices {n}", "INV {n}", "Acct {c} inv. {n}"),
            List.of("Account {c}", "Customer no. {c}"),
            List.of("", "Payment", "Invoice", "Thank you", "Services"),
            "and others",
            "Remittance advice {d}",
            "Your reminder of {d}",
            "Instalment {i} {n}",
            "Payment on account {c}",
            "On account, oldest first {c}",
            "Rent {d}",
            "Prepayment order {n}");
    private static final Phrases FRENCH = new Phrases(
            List.of("{n}", "Facture {n}", "FACT {n}", "Fact. no {n} du {d}", "Client {c} facture {n}", "{o} {n}"),
            List.of("{n}", "Factures {n}", "FACT {n}", "Client {c} fact. {n}"),
            List.of("Client {c}", "No client {c}"),
            List.of("", "Paiement", "Virement", "Facture", "Merci"),
            "et autres",
            "Selon avis du {d}",
            "Votre rappel du {d}",
            "Échéance {i} facture {n}",
            "Acompte {c}",
            "Acompte, factures les plus anciennes {c}",
            "Loyer {d}",
            "Acompte commande {n}");
    private static final Phrases ITALIAN = new Phrases(
            List.of("{n}", "Fattura {n}", "FT {n}", "Saldo ft. {n} del {d}", "Cod. cliente {c} ft {n}", "{o} {n}"),
            List.of("{n}", "Fatture {n}", "Saldo ft. {n}"),
            List.of("Cliente {c}", "Cod. cl. {c}"),
            List.of("", "Bonifico", "Saldo", "Pagamento fattura", "Grazie"),
            "e altre",
            "Come da avviso del {d}",
            "Vs. sollecito del {d}",
            "Rata {i} ft. {n}",
            "Acconto {c}",
            "Acconto sulle fatture più vecchie {c}",
            "Affitto {d}",
            "Anticipo ordine {n}");
    private static final Phrases SPANISH = new Phrases(
            List.of("{n}", "Factura {n}", "Fra. {n}", "Pago factura núm. {n} de {d}", "Cliente {c} fra {n}", "{o} {n}"),
            List.of("{n}", "Facturas {n}", "Fras. {n}"),
            List.of("Cliente {c}", "Núm. cliente {c}"),
            List.of("", "Pago", "Transferencia", "Factura", "Gracias"),
            "y otras",
            "Según aviso de {d}",
            "Su recordatorio de {d}",
            "Plazo {i} fra. {n}",
            "A cuenta {c}",
            "A cuenta de las más antiguas {c}",
            "Alquiler {d}",
            "Anticipo pedido {n}");
    private static final Phrases DUTCH = new Phrases(
            List.of("{n}", "Factuur {n}", "Fact.nr. {n} d.d. {d}", "Debnr. {c} factuur {n}", "{o} {n}"),
            List.of("{n}", "Facturen {n}", "Debnr {c} fact. {n}"),
            List.of("Debiteurnummer {c}", "Klantnr {c}"),
            List.of("", "Betaling", "Factuur", "Bedankt"),
            "e.a.",
            "Volgens specificatie {d}",
            "Uw herinnering van {d}",
            "Termijn {i} factuur {n}",
            "Vooruitbetaling {c}",
            "Oudste facturen {c}",
            "Huur {d}",
            "Vooruitbetaling order {n}");
    private static final Phrases NORDIC = new Phrases(
            List.of("{n}", "Faktura {n}", "Fakt.nr {n}", "Faktura {n} {d}", "Kundnr {c} faktura {n}", "{o} {n}"),
            List.of("{n}", "Fakturor {n}", "Faktura {n}"),
            List.of("Kundnr {c}", "Kunde {c}"),
            List.of("", "Betalning", "Faktura", "Tack"),
            "m.fl.",
            "Enligt avi {d}",
            "Påminnelse {d}",
            "Delbetalning {i} {n}",
            "A conto {c}",
            "A conto äldsta fakturor {c}",
            "Hyra {d}",
            "Förskott order {n}");

    private static final Map<String, Phrases> ALL = Map.of(
            "de", GERMAN, "en", ENGLISH, "fr", FRENCH, "it", ITALIAN, "es", SPANISH, "nl", DUTCH, "no", NORDIC, "sv",
            NORDIC, "fi", NORDIC);

    static Phrases in(String language) {
        return ALL.get(language);
    }
}
