package io.recoup.refusal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.recoup.agency.CaseState;
import io.recoup.agency.Referral;
import io.recoup.dunning.plan.Reason;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.TaskState;
import io.recoup.money.Money;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.match.Stratum;
import io.recoup.refusal.Refused.Why;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[,}]");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.recoup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_reason_to_refuse_has_words_and_every_word_a_reason(String language) throws IOException {
        Set<String> known = reasons().map(Why::key).collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).hasSizeGreaterThan(60);
        Stream.of(Referral.State.values())
                .map(state -> "refused.referral." + state.word())
                .forEach(known::add);
        assertThat(words("refusals", language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "de"})
    void every_language_tells_the_same_arguments(String language) throws IOException {
        assertThat(placeholders(language)).isEqualTo(placeholders("en"));
    }

    /** A text with arguments is a pattern, in which an apostrophe is written twice; one without is taken as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_text_can_be_read_as_it_is_meant(String language) throws IOException {
        words("refusals", language).forEach((key, text) -> {
            String words = (String) text;
            assertThat(words).as("%s in %s", key, language).isNotBlank();
            if (words.contains("{")) {
                String told = new MessageFormat(words, Locale.forLanguageTag(language))
                        .format(new Object[] {11, 22, 33, 44, 55});
                assertThat(told)
                        .as("%s in %s", key, language)
                        .doesNotContain("{")
                        .contains("11");
                assertThat(words.replace("''", ""))
                        .as("%s in %s", key, language)
                        .doesNotContain("'");
            } else {
                assertThat(words).as("%s in %s", key, language).doesNotContain("''");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void states_that_refusals_name_have_their_words_in_the_console(String language) throws IOException {
        Set<String> console = words("messages", language).stringPropertyNames();
        assertThat(console)
                .containsAll(named("case.state.", CaseState.values()))
                .containsAll(named("contacted.outcome.", ContactOutcome.values()))
                .containsAll(named("item.kind.", ItemKind.values()))
                .containsAll(named("stratum.naming.", Stratum.Naming.values()))
                .containsAll(named("stratum.amount.", Stratum.Amount.values()))
                .containsAll(named("stratum.party.", Stratum.Party.values()))
                .containsAll(named("task.state.", TaskState.DONE, TaskState.DISMISSED))
                .contains("cheque.deposited", "cheque.cleared", "cheque.bounced")
                .contains("means.transfer", "means.agency", "means.card", "means.cash", "means.direct_debit")
                .contains("notice.draft", "notice.due", "notice.sending", "notice.on_wire", "notice.sent")
                .contains("notice.withdrawn", "event.received", "event.settled_elsewhere", "event.issued");
    }

    /**
     * A refusal is made of an enum's constant, which the compiler sees, or of a decision's reason; there is no way to give
     * it a sentence.
     */
    @Test
    void no_refusal_is_put_together_on_the_spot() {
        classes()
                .that()
                .areAssignableTo(Why.class)
                .and()
                .areNotInterfaces()
                .should()
                .beEnums()
                .check(house);
        house.stream()
                .filter(type -> type.isAssignableTo(Refused.class))
                .flatMap(type -> type.getConstructors().stream())
                .forEach(made -> assertThat(made.getRawParameterTypes().get(0))
                        .as(made.getFullName())
                        .matches(first -> first.isAssignableTo(Why.class) || first.isEquivalentTo(Reason.class)));
    }

    /** What is wrong with a file of the policy is told as the check of the file tells it: to whoever writes it. */
    @Test
    void no_page_shows_the_english_message_of_a_failure() {
        noClasses()
                .that()
                .resideInAPackage("io.recoup.console..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it is the message of a failure",
                        (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo(Throwable.class)
                                && Set.of("getMessage", "getLocalizedMessage", "toString")
                                        .contains(call.getName())
                                && !call.getOrigin().getFullName().contains(".LetterFrame.preview(")))
                .check(house);
    }

    @Test
    void logs_say_it_in_english_with_dates_and_amounts_as_files_have_them() {
        RefusedEntry refused =
                new RefusedEntry(RefusedEntry.Why.LESS_OPEN, "F-1", Money.of(1234_50, "EUR"), Money.of(1300_00, "EUR"));
        assertThat(refused).hasMessage("document F-1 has only 1234.50 EUR open, not 1300.00 EUR");
        assertThat(refused.stored())
                .containsExactly(refused.getMessage(), "refused.ledger.less-open", "F-1", "1234.50 EUR", "1300.00 EUR");
        assertThat(new RefusedEntry(RefusedEntry.Why.NOT_BY_HAND, LocalDate.parse("2026-03-09")))
                .hasMessage("this posting (2026-03-09) is not undone by hand");
        assertThat(new RefusedEntry(RefusedEntry.Why.NOT_BY_HAND, (Object) null))
                .hasMessage("this posting () is not undone by hand");
    }

    private static Stream<Why> reasons() {
        return house.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Why.class))
                .flatMap(
                        type -> Arrays.stream(type.reflect().getEnumConstants()).map(Why.class::cast));
    }

    private static Map<String, Set<String>> placeholders(String language) throws IOException {
        Properties words = words("refusals", language);
        return words.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> PLACEHOLDER
                                .matcher(words.getProperty(key))
                                .results()
                                .map(MatchResult::group)
                                .map(found -> found.substring(1, 2))
                                .collect(Collectors.toSet()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<String> named(String prefix, Enum<?>... states) {
        return Stream.of(states)
                .map(state -> prefix + state.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Properties words(String file, String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                RefusalsTest.class.getResourceAsStream("/" + file + "_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
