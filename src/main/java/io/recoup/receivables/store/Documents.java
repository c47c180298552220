package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Balance;
import io.recoup.receivables.Cause;
import io.recoup.receivables.EntryOutcome;
import io.recoup.receivables.Facts;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.RefusedDocument;
import io.recoup.receivables.Restatement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Enters documents and follows what their source later states of them. */
@Repository
class Documents {

    private final DebtorStore debtors;
    private final ItemStore items;
    private final OpenItemStore open;
    private final PostingStore postings;
    private final Movements movements;
    private final Releases releases;
    private final HoldStore holds;
    private final Outbox outbox;

    Documents(
            DebtorStore debtors,
            ItemStore items,
            OpenItemStore open,
            PostingStore postings,
            Movements movements,
            Releases releases,
            HoldStore holds,
            Outbox outbox) {
        this.debtors = debtors;
        this.items = items;
        this.open = open;
        this.postings = postings;
        this.movements = movements;
        this.releases = releases;
        this.holds = holds;
        this.outbox = outbox;
    }

    EntryOutcome enter(InvoiceEntry invoice, Cause cause, LocalDate on) {
        DocumentRules.check(invoice);
        Optional<ItemStore.Row> known = items.document(invoice.source(), invoice.sourceId());
        if (known.isPresent() && isOlder(invoice, known.get())) {
            return EntryOutcome.UNCHANGED;
        }
        EntryOutcome customer = debtors.enter(invoice.debtor());
        DebtorStore.Known debtor = debtors.find(
                        invoice.debtor().source(), invoice.debtor().sourceId())
                .orElseThrow();
        known.ifPresent(row -> debtors.lock(List.of(row.debtorId())));
        LocalDate dueOn = dueOn(invoice, debtor);
        String hash = hash(invoice, dueOn);
        if (known.isPresent() && known.get().contentHash().equals(hash)) {
            items.touch(known.get().id(), invoice.changedAt());
            return customer == EntryOutcome.CHANGED ? EntryOutcome.CHANGED : EntryOutcome.UNCHANGED;
        }
        if (!invoice.cancelled()) {
            items.otherWithNumber(invoice).ifPresent(other -> {
                throw new RefusedDocument("number " + invoice.number() + " is already the "
                        + invoice.kind().word()
                        + " with sourceId " + other + " of source " + invoice.source()
                        + "; if both are real, give their companies a source each, else correct the sourceId");
            });
        }
        List<ItemStore.Row> parts = known.isPresent()
                ? change(invoice, known.get(), debtor, dueOn, hash)
                : insert(invoice, debtor, dueOn, hash);
        restate(invoice, parts, cause, on);
        parts.forEach(part -> holds.state(debtor.id(), part.id(), invoice.hold(), invoice.source()));
        if (known.isEmpty()) {
            parts.forEach(part -> outbox.record(new Facts.ItemEntered(
                    part.id(), part.debtorId(), part.number(), part.totalMinor(), part.currency(), part.dueOn())));
        }
        netCreditNotes(invoice, debtor.id(), cause, on);
        return known.isPresent() ? EntryOutcome.CHANGED : EntryOutcome.ENTERED;
    }

    private List<ItemStore.Row> insert(InvoiceEntry invoice, DebtorStore.Known debtor, LocalDate dueOn, String hash) {
        long document = items.insert(invoice, debtor.id(), dueOn, hash);
        if (invoice.instalments().isEmpty()) {
            return List.of(items.get(document));
        }
        List<ItemStore.Row> parts = new ArrayList<>();
        for (InvoiceEntry.Instalment part : invoice.instalments()) {
            parts.add(items.get(items.insertInstalment(invoice, debtor.id(), document, part)));
        }
        return parts;
    }

    private List<ItemStore.Row> change(
            InvoiceEntry invoice, ItemStore.Row known, DebtorStore.Known debtor, LocalDate dueOn, String hash) {
        List<ItemStore.Row> parts = items.instalments(known.id());
        DocumentRules.checkChange(invoice, known, parts.size());
        items.update(known.id(), invoice, debtor.id(), dueOn, invoice.total().minor(), hash);
        if (parts.isEmpty()) {
            return List.of(items.get(known.id()));
        }
        List<ItemStore.Row> changed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            InvoiceEntry.Instalment part = invoice.instalments().get(i);
            long id = parts.get(i).id();
            items.update(id, invoice, debtor.id(), part.dueOn(), part.amount().minor(), "");
            changed.add(items.get(id));
        }
        return changed;
    }

    /** Posts whatever brings each part in line with the source; what it holds as paid fills the oldest parts first. */
    private void restate(InvoiceEntry invoice, List<ItemStore.Row> parts, Cause cause, LocalDate on) {
        long paid = paid(invoice);
        for (ItemStore.Row part : parts) {
            long paidOfPart = paid < 0 ? -1 : Math.min(paid, part.totalMinor());
            paid -= Math.max(0, paidOfPart);
            Balance balance = postings.balance(part.id());
            Restatement news = Restatement.of(balance, part.totalMinor(), paidOfPart, invoice.cancelled());
            // Room is made before it is taken: no posting may ever push the open amount below zero.
            boolean recancel = balance.cancelled() != news.cancelled();
            if (recancel) {
                reverseAll("cancelled", part, cause, on);
            }
            if (news.adjust() > 0) {
                movements.post(balance.total() == 0 ? "issued" : "adjusted", part, news.adjust(), cause, on);
            }
            releases.release(part, news.release(), cause, on);
            long elsewhere = balance.elsewhere();
            if (elsewhere > news.elsewhere()) {
                reverseAll("settled_elsewhere", part, cause, on);
                elsewhere = 0;
            }
            if (news.adjust() < 0) {
                movements.post("adjusted", part, news.adjust(), cause, on);
            }
            post("settled_elsewhere", part, news.elsewhere() - elsewhere, cause, on);
            post("cancelled", part, recancel ? news.cancelled() : 0, cause, on);
        }
    }

    private void reverseAll(String kind, ItemStore.Row part, Cause cause, LocalDate on) {
        postings.standing(part.id(), kind).forEach(posting -> movements.reverse(posting, cause, on));
    }

    private void post(String kind, ItemStore.Row part, long amount, Cause cause, LocalDate on) {
        if (amount > 0) {
            movements.post(kind, part, amount, cause, on);
        }
    }

    private void netCreditNotes(InvoiceEntry invoice, long debtor, Cause cause, LocalDate on) {
        if (invoice.kind() == ItemKind.CREDIT_NOTE) {
            if (invoice.creditNoteFor() != null) {
                ItemStore.Row credit =
                        items.document(invoice.source(), invoice.sourceId()).orElseThrow();
                open.openByNumber(debtor, invoice.creditNoteFor()).forEach(item -> net(credit, item, cause, on));
            }
            return;
        }
        for (long credit : open.creditNotesFor(debtor, invoice.number())) {
            open.openByNumber(debtor, invoice.number()).forEach(item -> net(items.get(credit), item, cause, on));
        }
    }

    private void net(ItemStore.Row credit, long itemId, Cause cause, LocalDate on) {
        ItemStore.Row item = items.get(itemId);
        long amount = Math.min(
                postings.balance(credit.id()).open(), postings.balance(itemId).open());
        if (amount > 0 && credit.currency().equals(item.currency())) {
            movements.post(Movement.netted(credit, item, null, amount, cause), on);
        }
    }

    private static boolean isOlder(InvoiceEntry invoice, ItemStore.Row known) {
        return invoice.changedAt() != null
                && known.changedAt() != null
                && invoice.changedAt().isBefore(known.changedAt());
    }

    private static long paid(InvoiceEntry invoice) {
        if (invoice.paid()) {
            return invoice.total().minor();
        }
        Money open = invoice.open();
        return open == null ? -1 : invoice.total().minus(open).minor();
    }

    private static LocalDate dueOn(InvoiceEntry invoice, DebtorStore.Known debtor) {
        return invoice.dueOn() != null ? invoice.dueOn() : invoice.issuedOn().plusDays(debtor.term());
    }

    /** Everything the source states of the document except its version and its customer's own data. */
    private static String hash(InvoiceEntry invoice, LocalDate dueOn) {
        String content = String.join(
                "\n",
                invoice.debtor().source() + "/" + invoice.debtor().sourceId(),
                invoice.kind() + "|" + invoice.number() + "|" + invoice.issuedOn() + "|" + dueOn,
                invoice.total() + "|" + invoice.open() + "|" + invoice.paid() + "|" + invoice.cancelled(),
                invoice.reference() + "|" + invoice.orderReference() + "|" + invoice.creditNoteFor(),
                String.valueOf(invoice.instalments()),
                String.valueOf(invoice.discounts()),
                String.valueOf(invoice.documents()),
                String.valueOf(invoice.hold()));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
