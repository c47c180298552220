package io.recoup.receivables;

public record DebtorId(long value) {}
