/** Debtors, open items, receipts, postings and holds: the ledger of what customers owe. May call money, calendar and outbox. */
package io.recoup.receivables;
