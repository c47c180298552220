package io.recoup.reconciliation.generator;

/**
 * A layer of the generated world. Each draws from random streams of its own, so that a changed rate of one does not
 * reshuffle the others. The order is part of the streams: append only.
 */
enum Layer {
    POPULATION,
    PAYERS,
    ACCOUNTS,
    NUMBERS,
    AMOUNTS,
    TERMS,
    REFERENCES,
    BEHAVIOUR,
    CALENDAR,
    UNPAID,
    WORDING,
    CHARACTERS,
    BANK,
    CHARGES,
    REVERSALS,
    STRANGERS,
    REMINDERS
}
