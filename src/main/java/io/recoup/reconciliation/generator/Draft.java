package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as the payer means it, before anybody writes a text or a bank touches it. Amounts in minor units. */
final class Draft {

    final long key;
    final Debtor debtor;
    final LocalDate on;
    final Deed deed;
    final List<Part> parts = new ArrayList<>();

    /** Documents that the payer thinks of, whether or not the payment reduces them. */
    final List<Item> means = new ArrayList<>();

    /** What it pays beyond its parts. */
    long residual;

    /** The payment that it repeats. */
    @Nullable
    Draft repeats;

    /** A number that the payer names though it is none of his with us. */
    @Nullable
    String foreign;

    /** The letter of ours that made him pay. */
    @Nullable
    Reminder reminder;

    /** The words of it, once written. */
    @Nullable
    Words words;

    Draft(long key, Debtor debtor, LocalDate on, Deed deed) {
        this.key = key;
        this.debtor = debtor;
        this.on = on;
        this.deed = deed;
    }

    Draft pays(Part part) {
        parts.add(part);
        means.add(part.item());
        return this;
    }

    Draft about(Item item, long residual) {
        means.add(item);
        this.residual += residual;
        return this;
    }

    /** Whether all that it pays is one debtor's. */
    boolean ofOneDebtor() {
        return parts.stream().allMatch(part -> part.item().debtor.equals(debtor));
    }

    long amount() {
        long sum = residual;
        for (Part part : parts) {
            sum += part.paid();
        }
        return sum;
    }
}
