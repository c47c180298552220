package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.recoup.dunning.policy.PolicyFile;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FreeText;
import io.recoup.receivables.DebtorProfile.Contact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school and its automatic actions: comunicados de deuda, mensajes and tareas, each on its days for its segment. */
class ComunicadosScenarioTest {

    private static final String SCHOOL = """
            segments:
              - name: Nivel5 with debts
                tag: Nivel5
                inDebt: true
              - name: Nivel5
                tag: Nivel5
            procedures:
              - name: actions alone
                levels: []
            actions:
            """;

    private static final String COMUNICADO = """
              - name: comunicado de deuda
                type: debt-notice
                segment: Nivel5 with debts
                sendDays: [20, last]
                hidePortal: true
                template: statement
            """;

    @TempDir
    Path folder;

    @Test
    void a_comunicado_leaves_on_the_20th_and_the_last_day_only_to_students_of_the_segment_in_debt() {
        Told told = school(COMUNICADO)
                .on("2025-01-05")
                .invoice("Cuota enero", "Ana", "100.00")
                .due("2025-01-20")
                .invoice("Cuota enero B", "Beto", "100.00")
                .due("2025-01-10")
                .invoice("Cuota enero C", "Caro", "100.00")
                .due("2025-01-10")
                .on("2025-01-21")
                .pays("R-1", "Beto", "100.00", "Cuota enero B")
                .until("2025-03-31");
        assertThat(told.actions())
                .as("Ana owes nothing overdue on the 20th, Beto has paid by the 31st, Caro is of another group")
                .containsExactly(
                        "2025-01-20 comunicado de deuda Cuota enero B: 100.00 EUR",
                        "2025-01-21 reset: nothing is owed any more: what comes next begins at the first level",
                        "2025-01-31 comunicado de deuda Cuota enero: 100.00 EUR",
                        "2025-02-20 comunicado de deuda Cuota enero: 100.00 EUR",
                        "2025-02-28 comunicado de deuda Cuota enero: 100.00 EUR",
                        "2025-03-20 comunicado de deuda Cuota enero: 100.00 EUR",
                        "2025-03-31 comunicado de deuda Cuota enero: 100.00 EUR");
    }

    @Test
    void the_comunicado_is_the_statement_of_that_moment_not_yet_due_quotas_and_remaining_amounts_in_it() {
        Told told = school(COMUNICADO)
                .on("2025-01-05")
                .invoice("Cuota enero", "Ana", "100.00")
                .due("2025-01-10")
                .invoice("Cuota febrero", "Ana", "120.00")
                .due("2025-02-10")
                .on("2025-01-15")
                .pays("R-1", "Ana", "30.00", "Cuota enero")
                .until("2025-01-25");
        assertThat(told.actions())
                .containsExactly("2025-01-20 comunicado de deuda Cuota enero, Cuota febrero: 190.00 EUR");
    }

    @Test
    void the_portal_is_hidden_per_comunicado() throws IOException {
        assertThat(policy(COMUNICADO).actions().get(0).wording().hidePortal()).isTrue();
        assertThat(policy(COMUNICADO.replace("    hidePortal: true\n", ""))
                        .actions()
                        .get(0)
                        .wording()
                        .hidePortal())
                .isFalse();
    }

    @Test
    void a_message_with_its_title_and_one_file_goes_to_all_of_the_segment_or_only_to_those_in_debt()
            throws IOException {
        Files.writeString(folder.resolve("uniforme.pdf"), "%PDF");
        String mensaje = """
                  - name: mensaje
                    type: message
                    segment: Nivel5
                    on: 2025-02-03
                    attach: uniforme.pdf
                    text:
                      es: { subject: Uniforme nuevo, body: Mirá el adjunto. }
                """;
        assertThat(students(mensaje).until("2025-02-28").actions())
                .containsExactly("2025-02-03 mensaje to Ana", "2025-02-03 mensaje to Beto");
        assertThat(students(mensaje + "    onlyInDebt: true\n")
                        .until("2025-02-28")
                        .actions())
                .containsExactly("2025-02-03 mensaje to Beto");
        var wording = policy(mensaje).actions().get(0).wording();
        assertThat(wording.file()).hasFileName("uniforme.pdf");
        assertThat(((FreeText) wording.text()).versions().get("es").subject()).isEqualTo("Uniforme nuevo");
    }

    @Test
    void a_file_of_another_type_or_a_second_one_is_refused() throws IOException {
        Files.writeString(folder.resolve("lista.xls"), "");
        Files.writeString(folder.resolve("uniforme.pdf"), "");
        Files.writeString(folder.resolve("foto.jpg"), "");
        String mensaje = """
                  - name: mensaje
                    type: message
                    sendDays: [1]
                    template: news
                    attach: %s
                """;
        assertThat(faults(mensaje.formatted("lista.xls")))
                .singleElement()
                .asString()
                .contains("attach a pdf, doc or jpg");
        assertThat(faults(mensaje.formatted("uniforme.pdf, foto.jpg")))
                .singleElement()
                .asString()
                .contains("more than one file to attach: uniforme.pdf, foto.jpg");
        assertThat(faults(mensaje.formatted("foto.jpg"))).isEmpty();
    }

    @Test
    void a_fourth_send_day_is_refused_with_file_line_and_remedy() {
        assertThat(faults(COMUNICADO.replace("[20, last]", "[5, 12, 20, last]")))
                .singleElement()
                .asString()
                .isEqualTo(folder.resolve("policy.yaml") + ":22: state one to three send days, not 4"
                        + " (state one to three days of the month, such as [20, last])");
    }

    @Test
    void a_task_is_made_on_its_day_due_on_a_day_and_hour_and_nobody_is_written_to() throws IOException {
        String tarea = """
                  - name: llamar
                    type: task
                    segment: Nivel5 with debts
                    sendDays: [15]
                    task: Llamar a la familia
                    dueAfterDays: 2
                    dueAt: 17:30
                """;
        assertThat(students(tarea).until("2025-02-28").actions())
                .containsExactly("2025-02-15 task for Beto: Llamar a la familia");
        var task = policy(tarea).actions().get(0).task();
        assertThat(task.dueAfterDays()).isEqualTo(2);
        assertThat(task.dueAt()).hasToString("17:30");
    }

    private Story students(String action) {
        return school(action)
                .on("2025-01-20")
                .invoice("Cuota marzo", "Ana", "100.00")
                .due("2025-03-10")
                .invoice("Cuota enero", "Beto", "100.00")
                .due("2025-02-01");
    }

    private Story school(String actions) {
        return Story.company(folder, SCHOOL + actions)
                .customer("Ana", null, List.of("Nivel5"), List.of(new Contact("billing", "ana@familia.example")))
                .customer("Beto", null, List.of("Nivel5"), List.of(new Contact("billing", "beto@familia.example")))
                .customer("Caro", null, List.of("Nivel4"), List.of(new Contact("billing", "caro@familia.example")));
    }

    private io.recoup.dunning.policy.Policy policy(String actions) throws IOException {
        school(actions);
        return PolicyFile.read(folder.resolve("policy.yaml"), (template, language) -> true);
    }

    private List<io.recoup.mail.Problem> faults(String actions) {
        BrokenFile broken = catchThrowableOfType(BrokenFile.class, () -> school(actions));
        return broken == null ? List.of() : broken.problems();
    }
}
