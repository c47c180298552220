package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.PolicyFile;
import io.recoup.receivables.Accounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.FileSystemUtils;

/** Policies and templates are edited while recoup runs, and not every edit is a good one. */
class PolicyReloadStoreTest extends LettersTest {

    private Path routes;
    private Path policy;
    private Path reminder;

    @Override
    protected Path routes() throws IOException {
        routes = Files.createTempDirectory("recoup-routes-");
        FileSystemUtils.copyRecursively(Path.of("routes/policies"), routes.resolve("policies"));
        FileSystemUtils.copyRecursively(Path.of("routes/templates"), routes.resolve("templates"));
        policy = routes.resolve("policies/default.yaml");
        reminder = routes.resolve("templates/en/reminder.md");
        return routes;
    }

    @Test
    void a_good_edit_counts_at_once_and_the_ledger_follows() throws IOException {
        String before = policies().current().hash();
        edit(policy, "termDays: 30", "termDays: 14");
        edit(policy, "zone: Europe/Madrid", "zone: Atlantic/Canary");
        assertThat(policies().current().hash()).isNotEqualTo(before);
        assertThat(policies().current().creditor().termDays()).isEqualTo(14);
        assertThat(house.get(Accounts.class).zone()).isEqualTo(ZoneId.of("Atlantic/Canary"));
        assertThat(jdbc.sql("SELECT name || term_days FROM creditor")
                        .query(String.class)
                        .single())
                .isEqualTo("Molino Verde S.L.14");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_broken_edit_leaves_the_old_policy_in_force_and_status_and_health_say_why() throws IOException {
        Policy before = policies().current();
        edit(policy, "days: 15", "days: 3");
        assertThat(policies().current()).isEqualTo(before);
        assertThat(policies().status()).singleElement().satisfies(status -> {
            assertThat(status.file()).isEqualTo(policy);
            assertThat(status.activeHash()).isEqualTo(before.hash());
            assertThat(status.problems()).singleElement().asString().contains("default.yaml:", "out of order");
        });
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health().getDetails().get(policy.toString())).asString().contains("out of order");
        edit(policy, "days: 3\n        template: second", "days: 15\n        template: second");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_policy_that_is_deleted_or_not_utf_8_stays_in_force_too() throws IOException {
        Policy before = policies().current();
        Files.write(policy, Files.readString(policy).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(policies().current()).isEqualTo(before);
        assertThat(policies().status().get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("not UTF-8");
            assertThat(problem.line()).isEqualTo(10);
        });
        Files.delete(policy);
        assertThat(policies().current()).isEqualTo(before);
        assertThat(health().getDetails()).asString().contains("the file is gone");
    }

    @Test
    void a_second_policy_is_not_ignored_silently() throws IOException {
        Policy before = policies().current();
        Path second = Files.copy(policy, routes.resolve("policies/other.yaml"));
        assertThat(policies().current()).isEqualTo(before);
        assertThat(policies().status())
                .filteredOn(PolicyStatus::isBroken)
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.file()).isEqualTo(second);
                    assertThat(status.activeHash()).isNull();
                    assertThat(status.problems())
                            .singleElement()
                            .asString()
                            .contains("other.yaml:1", "not applied", "default.yaml", "remove");
                });
        assertThat(PolicyFile.check(routes.resolve("policies"), (template, language) -> true))
                .isEqualTo(policies().status().get(1).problems());
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void without_any_policy_nothing_is_decided_and_health_says_so() throws Exception {
        Files.delete(policy);
        try (DunningHouse fresh = new DunningHouse(dataSource, smtp.port(), routes, today)) {
            assertThat(fresh.get(HealthIndicator.class).health().getStatus()).isEqualTo(Status.DOWN);
            assertThatThrownBy(() -> fresh.get(Dunning.class).plan(today))
                    .isInstanceOf(NoPolicy.class)
                    .hasMessageContaining("add a .yaml file there");
        }
    }

    @Test
    void a_template_broken_by_an_edit_goes_out_as_it_last_was_good() throws IOException {
        invoice(debtor("olga"), "O-1", "100.00");
        invoice(debtor("paul"), "P-1", "100.00");
        dunning.plan(today);
        edit(reminder, "{{debtorName}}", "friend {{debtorName}}");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        edit(reminder, "friend {{debtorName}}", "enemy {{debtor}}");
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(2).allMatch(mail -> mail.contains("friend Debtor"));
        assertThat(policies().status())
                .filteredOn(PolicyStatus::isBroken)
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.file()).isEqualTo(reminder);
                    assertThat(status.activeHash())
                            .isEqualTo(house.get(Notices.class)
                                    .letter(notice().id())
                                    .orElseThrow()
                                    .templateHash());
                    assertThat(status.problems()).singleElement().asString().contains("unknown placeholder 'debtor'");
                });
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_template_that_never_was_good_stops_its_letters_visibly_and_no_others() throws Exception {
        edit(reminder, "{{debtorName}}", "{{debtor}}");
        try (DunningHouse fresh = new DunningHouse(dataSource, smtp.port(), routes, today)) {
            invoice(debtor("quin"), "Q-1", "100.00");
            String spanish = debtor("rosa");
            invoice(spanish, "R-1", "100.00");
            jdbc.sql("UPDATE debtor SET language = 'es' WHERE source_id = :id")
                    .param("id", spanish)
                    .update();
            fresh.get(Dunning.class).plan(today);
            fresh.get(Dunning.class).sendDue();
            assertThat(smtp.accepted).singleElement().asString().contains("R-1");
            assertThat(fresh.get(Notices.class).waiting(5)).singleElement().satisfies(waits -> {
                assertThat(waits.state()).isEqualTo("due");
                assertThat(waits.numbers()).containsExactly("Q-1");
                assertThat(waits.failure())
                        .contains("cannot be written", "reminder.md:", "unknown placeholder 'debtor'", "debtorName");
            });
            edit(reminder, "{{debtor}}", "{{debtorName}}");
            jdbc.sql("UPDATE notice SET next_at = now()").update();
            fresh.get(Dunning.class).sendDue();
            assertThat(smtp.accepted).hasSize(2);
        }
    }

    private Policies policies() {
        return house.get(Policies.class);
    }

    private Health health() {
        return house.get(HealthIndicator.class).health();
    }

    private static void edit(Path file, String good, String bad) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replace(good, bad));
    }
}
