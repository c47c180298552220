package io.recoup.dunning.plan;

import java.time.LocalDate;

/**
 * One look at a debtor.
 *
 * @param plan what is done about it today
 * @param then what stands from then on as long as nothing changes: the plan itself, or tomorrow's once today's letter
 *     has left
 * @param againOn from when on to look again though nothing has changed; null = never
 */
public record DebtorLook(DebtorPlan plan, DebtorPlan then, LocalDate againOn) {}
