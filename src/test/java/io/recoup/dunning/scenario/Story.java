package io.recoup.dunning.scenario;

import io.recoup.dunning.policy.PolicyFile;
import io.recoup.dunning.simulation.Event;
import io.recoup.dunning.simulation.SimulatedAction;
import io.recoup.dunning.simulation.Simulation;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.DebtorProfile.Contact;
import io.recoup.receivables.ItemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A company's policy, what happened to its customers day by day, and what was done about it: each action one line, such
 * as {@code 2025-03-16 reminder F-1, F-2: 150.00 EUR}.
 */
public final class Story {

    private static final Map<String, String> USUAL = Map.of(
            "name", "Mill",
            "from", "mill@mill.example",
            "replyTo", "mill@mill.example",
            "language", "en",
            "country", "GB",
            "zone", "Europe/London",
            "freshness", "{ bank: off, erp: off }");

    private final Simulation simulation;
    private final List<SimulatedAction> actions = new ArrayList<>();
    private final List<SimulatedAction> rests = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<LocalDate, List<Event>> days = new TreeMap<>();
    private final Map<String, DebtorProfile> customers = new LinkedHashMap<>();
    private LocalDate on;

    private Story(Path policy) {
        simulation = new Simulation(
                PolicyFile.read(policy, (template, language) -> true),
                false,
                actions::add,
                rests::add,
                (event, why) -> refused.add(event.on() + " " + why));
    }

    /** @param policy its YAML; what a creditor must state and the text leaves out is as usual */
    public static Story company(Path folder, String policy) {
        StringBuilder creditor = new StringBuilder("creditor:\n");
        USUAL.forEach((field, value) -> {
            if (!policy.contains("\n  " + field + ":") || !policy.startsWith("creditor:")) {
                creditor.append("  ").append(field).append(": ").append(value).append('\n');
            }
        });
        String rest = policy.startsWith("creditor:\n") ? policy.substring("creditor:\n".length()) : policy;
        try {
            return new Story(Files.writeString(folder.resolve("policy.yaml"), creditor + rest));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Story on(String day) {
        on = LocalDate.parse(day);
        return this;
    }

    public Story customer(String id, String... emails) {
        return customer(
                id,
                null,
                List.of(),
                List.of(emails).stream()
                        .map(email -> new Contact("billing", email))
                        .toList());
    }

    public Story customer(String id, String category, List<String> tags, List<Contact> contacts) {
        customers.put(
                id,
                new DebtorProfile(
                        new DebtorId(0),
                        "erp",
                        id,
                        id,
                        null,
                        "GB",
                        null,
                        null,
                        category,
                        tags,
                        null,
                        null,
                        null,
                        contacts));
        return this;
    }

    /** Issued today, due in 30 days unless {@link Invoiced#due} says otherwise. */
    public Invoiced invoice(String number, String customer, String amount) {
        return new Invoiced(number, customer, amount);
    }

    /** A document that still wants its due date. */
    public final class Invoiced {
        private final String number;
        private final String customer;
        private final String amount;

        private Invoiced(String number, String customer, String amount) {
            this.number = number;
            this.customer = customer;
            this.amount = amount;
        }

        public Story due(String day) {
            return part(0, day, amount);
        }

        public Invoiced instalment(int part, String day, String of) {
            part(part, day, of);
            return this;
        }

        public Story end() {
            return Story.this;
        }

        private Story part(int instalment, String day, String of) {
            ItemKind kind = instalment == 0 ? ItemKind.INVOICE : ItemKind.INSTALMENT;
            return happens(new Event.Invoice(
                    on,
                    who(customer),
                    "erp",
                    kind,
                    number,
                    instalment,
                    on,
                    LocalDate.parse(day),
                    euro(of),
                    null,
                    null));
        }
    }

    public Story pays(String receipt, String customer, String amount, String... numbers) {
        return happens(new Event.Receipt(on, receipt, customer, euro(amount), List.of(numbers)));
    }

    public Story takesBack(String receipt) {
        return happens(new Event.Reversal(on, receipt));
    }

    public Story creditNote(String number, String invoice, String amount) {
        return happens(new Event.CreditNote(on, null, "erp", number, on, euro(amount), invoice));
    }

    public Story creditNoteTo(String customer, String number, String amount) {
        return happens(new Event.CreditNote(on, who(customer), "erp", number, on, euro(amount), null));
    }

    public Story disputes(String invoice, String why) {
        return happens(new Event.Hold(on, null, null, List.of(invoice), "dispute", null, why));
    }

    public Story promises(String invoice, String until) {
        return happens(new Event.Hold(on, null, null, List.of(invoice), "promise", LocalDate.parse(until), null));
    }

    public Story held(String customer, String kind, String until) {
        LocalDate last = until == null ? null : LocalDate.parse(until);
        return happens(new Event.Hold(on, null, customer, List.of(), kind, last, null));
    }

    public Story released(String customer, String... numbers) {
        return happens(new Event.Release(on, null, customer, List.of(numbers), null));
    }

    public Story cancelled(String number) {
        return happens(new Event.Cancel(on, List.of(number)));
    }

    public Story mailFails(String customer, boolean forGood) {
        return happens(new Event.DeliveryFailed(on, customer, forGood));
    }

    public Story approved(String customer) {
        return happens(new Event.Approve(on, customer, null));
    }

    private Story happens(Event event) {
        days.computeIfAbsent(on, day -> new ArrayList<>()).add(event);
        return this;
    }

    /** Plays every day from the first event's through this one. */
    public Told until(String last) {
        List<Event> events = days.values().stream().flatMap(List::stream).toList();
        simulation.play(events, events.get(0).on(), LocalDate.parse(last));
        return new Told(actions, rests, refused);
    }

    /** As {@link #until}, but nothing runs on the days between these two. */
    public Told until(String last, String stillOn, String againOn) {
        List<Event> waiting = new ArrayList<>();
        LocalDate first = days.keySet().iterator().next();
        for (LocalDate day = first; !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
            waiting.addAll(days.getOrDefault(day, List.of()));
            if (!day.isAfter(LocalDate.parse(stillOn)) || !day.isBefore(LocalDate.parse(againOn))) {
                simulation.play(waiting, day);
                waiting = new ArrayList<>();
            }
        }
        return new Told(actions, rests, refused);
    }

    private DebtorProfile who(String id) {
        if (!customers.containsKey(id)) {
            customer(id, "billing@" + id.toLowerCase(java.util.Locale.ROOT) + ".example");
        }
        return customers.get(id);
    }

    private static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }
}
