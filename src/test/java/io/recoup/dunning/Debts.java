package io.recoup.dunning;

import io.recoup.calendar.BusinessCalendar;
import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.pack.Packs;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Creditor;
import io.recoup.dunning.policy.Creditor.FreshnessLimits;
import io.recoup.dunning.policy.Creditor.Fuse;
import io.recoup.dunning.policy.Creditor.Netting;
import io.recoup.dunning.policy.Creditor.Start;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.mail.Letterhead;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.DebtorProfile.Contact;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Accounts of debtors and policies for tests, in the fewest words. */
public final class Debts {

    public static final DebtorId DEBTOR = new DebtorId(1);

    public static final Creditor CREDITOR = creditor(Netting.ITEMS, Map.of());

    private Debts() {}

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    public static OpenItem due(long id, String on, String amount) {
        return item(id, ItemKind.INVOICE, on, amount, "EUR");
    }

    public static OpenItem item(long id, ItemKind kind, String dueOn, String amount, String currency) {
        Money money = Money.parse(amount, currency);
        LocalDate due = day(dueOn);
        return new OpenItem(
                new ItemId(id), DEBTOR, kind, "N-" + id, 0, money, money, due.minusDays(30), due, null, "erp");
    }

    public static DebtorProfile who(String... emails) {
        return new DebtorProfile(
                DEBTOR,
                "erp",
                "C-1",
                "Debtor",
                "en",
                "GB",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(emails).stream()
                        .map(email -> new Contact("billing", email))
                        .toList());
    }

    public static DebtorAccount account(OpenItem... items) {
        return account(List.of(items), List.of(), List.of());
    }

    public static DebtorAccount account(List<OpenItem> items, List<DebtorAccount.Hold> holds, List<Money> unapplied) {
        return new DebtorAccount(who("d@debtor.example"), items, holds, unapplied, Map.of());
    }

    public static DebtorAccount.Hold hold(Long item, String kind, String until, String reason) {
        return new DebtorAccount.Hold(
                1, item == null ? null : new ItemId(item), kind, until == null ? null : day(until), reason);
    }

    public static Situation of(DebtorAccount account) {
        return Situation.of(account, DunningHistory.NONE);
    }

    public static Creditor creditor(Netting netting, Map<String, Money> tolerance) {
        return new Creditor(
                "default",
                new Letterhead(
                        "Mill",
                        "",
                        List.of(),
                        "",
                        "",
                        "#2f6b4f",
                        List.of(),
                        "mill@mill.example",
                        List.of("mill@mill.example"),
                        "en",
                        "GB"),
                ZoneId.of("Europe/London"),
                30,
                Start.ALWAYS,
                new BusinessCalendar(EnumSet.allOf(DayOfWeek.class), day -> false),
                tolerance,
                netting,
                FreshnessLimits.OFF,
                Fuse.OFF,
                null,
                "");
    }

    public static Policy policy(Creditor creditor, Procedure... procedures) {
        return new Policy(
                Path.of("policy.yaml"),
                "0".repeat(64),
                creditor,
                List.of(),
                List.of(procedures),
                List.of(),
                Packs.NONE,
                Limits.NONE,
                List.of());
    }

    public static Planner planner(ReferralRule referral, Level... levels) {
        return new Planner(policy(CREDITOR, Procedure.of("standard", 1, List.of(levels), referral)));
    }
}
