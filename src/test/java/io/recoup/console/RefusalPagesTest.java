package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.followup.NewTask;
import io.recoup.followup.Tasks;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry.HoldEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is refused something reads why in their own language, with amounts and dates as they write them. */
class RefusalPagesTest extends ReviewPages {

    @Autowired
    private Ledger ledger;

    @Autowired
    private Tasks tasks;

    private Browser spanish;
    private Browser german;

    @BeforeAll
    void open_the_browsers() {
        open();
        spanish = new Browser(port, "es");
        german = new Browser(port, "de");
    }

    @BeforeEach
    void owe() {
        if (jdbc.sql("SELECT count(*) FROM item WHERE number = 'RF-1'")
                        .query(Integer.class)
                        .single()
                == 0) {
            owes("Fir Ltd", "RF", "RF-1", "1080.00", 9);
            pays("rf", "2000.00", "Fir Ltd", "on account");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|No se hizo: el documento RF-1 solo tiene 1[.]080,00.€ pendientes, no 1[.]100,50.€
            de|Nicht ausgeführt: beim Beleg RF-1 sind nur 1[.]080,00.€ offen, nicht 1[.]100,50.€
            """)
    void the_ledger(String language, String told) {
        String page = "/review/" + receipt();
        assertThat(browser(language)
                        .post(page + "/choose", page, "item", "" + item("RF-1"), "amount", "1100,50")
                        .body())
                .containsPattern(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|No se hizo: la partida RF-1 está suspendida; levante la suspensión o rechace la derivación
            de|Nicht ausgeführt: der Posten RF-1 ist gesperrt; heben Sie die Sperre auf oder lehnen Sie die Übergabe ab
            """)
    void the_agency(String language, String told) {
        DebtorId debtor = new DebtorId(one("SELECT debtor_id FROM item WHERE number = 'RF-1'"));
        long hold = ledger.hold(debtor, new ItemId(item("RF-1")), new HoldEntry("pause", null, null), "rosa");
        long referral = one("""
                INSERT INTO referral (debtor_id, currency, state, proposed_on, reason)
                SELECT debtor_id, 'EUR', 'proposed', due_on, 'levels exhausted' FROM item WHERE number = 'RF-1'
                RETURNING id
                """);
        jdbc.sql("INSERT INTO referral_item VALUES (:referral, :item, 108000)")
                .param("referral", referral)
                .param("item", item("RF-1"))
                .update();
        assertThat(answer(language, "/referrals/" + referral + "/approve")).contains(told);
        assertThat(answer(language, "/referrals/" + referral + "/decline", "reason", "x"))
                .doesNotContain(told);
        assertThat(answer(language, "/referrals/" + referral + "/decline", "reason", "x"))
                .contains(
                        language.equals("es")
                                ? "la derivación ya está rechazada"
                                : "die Übergabe ist bereits abgelehnt");
        ledger.release(hold, "rosa");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|No se hizo: la tarea ya está hecha; la cerró ben: reábrala si queda algo por hacer
            de|Nicht ausgeführt: die Aufgabe ist bereits erledigt, abgeschlossen von ben: öffnen Sie sie wieder
            """)
    void a_task(String language, String told) {
        long task = tasks.create(NewTask.typed("call", null, today, "ben", today));
        tasks.done(task, "ben", null);
        assertThat(answer(language, "/tasks/" + task + "/dismiss", "reason", "x"))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|No se hizo: el proceso del %s ha sustituido al del %s
            de|Nicht ausgeführt: der Lauf vom %s hat den vom %s ersetzt
            """)
    void a_run(String language, String told) {
        LocalDate newer = LocalDate.parse("2099-03-10");
        jdbc.sql("INSERT INTO dunning_run (procedure, business_date, policy_hash) VALUES ('standard', :on, 'h')")
                .param("on", newer)
                .update();
        try {
            DateTimeFormatter dates =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.forLanguageTag(language));
            assertThat(answer(language, "/runs/2099-03-09/approve"))
                    .contains(told.formatted(dates.format(newer), dates.format(newer.minusDays(1))));
        } finally {
            jdbc.sql("DELETE FROM dunning_run WHERE business_date = :on")
                    .param("on", newer)
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|No se hizo: un cobro por «Transferencia» no se devuelve a mano
            de|Nicht ausgeführt: eine Zahlung der Art „Überweisung“ platzt nicht
            """)
    void a_review(String language, String told) {
        assertThat(answer(language, "/receipts/" + receipt() + "/bounce", "reason", "x"))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|0 de 0 respuestas sobre «Varios números nombrados, importe exacto, cuenta conocida» fueron erróneas|100,000 %
            de|0 von 0 Antworten zu „Mehrere Nummern genannt, genauer Betrag, bekanntes Konto“ waren falsch|100,000 %
            """)
    void the_trust(String language, String told, String bound) {
        assertThat(answer(
                        language, "/review/trust", "stratum", "numbers/exact/account", "to", "shipped", "reason", "x"))
                .contains(told, bound);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es|«1.100,50» no es un importe en EUR|«soon» no es una fecha|el registro ya no está en cuarentena|no se puede leer
            de|„1.100,50“ ist kein Betrag in EUR|„soon“ ist kein Datum|der Satz ist nicht mehr in Quarantäne|ist nicht lesbar
            """)
    void a_form(String language, String amount, String day, String record, String nonsense) {
        String page = "/review/" + receipt();
        assertThat(browser(language)
                        .post(page + "/choose", page, "item", "" + item("RF-1"), "amount", "1.100,50")
                        .body())
                .contains(amount);
        assertThat(browser(language).get(page + "?amount=1.100,50").body()).contains(amount);
        assertThat(answer(language, "/tasks", "text", "call", "dueOn", "soon")).contains(day);
        assertThat(answer(language, "/quarantine/0/dismiss", "note", "x")).contains(record);
        long debtor = one("SELECT debtor_id FROM item WHERE number = 'RF-1'");
        assertThat(answer(language, "/debtors/" + debtor + "/contacts", "kind", "smoke", "outcome", "other"))
                .contains(nonsense)
                .doesNotContain("No enum constant");
    }

    private String answer(String language, String command, String... fields) {
        String[] back =
                Stream.concat(Stream.of("back", "/tasks"), Stream.of(fields)).toArray(String[]::new);
        return browser(language).post(command, "/tasks", back).body();
    }

    private Browser browser(String language) {
        return language.equals("es") ? spanish : german;
    }

    private long receipt() {
        return one(
                "SELECT r.id FROM receipt r JOIN bank_transaction t ON t.id = r.transaction_id WHERE bank_id = 'rf'");
    }
}
