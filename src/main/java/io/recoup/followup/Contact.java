package io.recoup.followup;

import io.recoup.receivables.DebtorId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One entry of the contact log; see {@link NewContact}.
 *
 * @param at when it was entered
 * @param task of the next action; null = none
 * @param hold that the promise placed; null = none
 */
public record Contact(
        long id,
        DebtorId debtor,
        Instant at,
        LocalDate on,
        ContactKind kind,
        ContactOutcome outcome,
        String responsible,
        String remark,
        LocalDate nextOn,
        Long task,
        PromiseToPay promise,
        Long hold) {}
