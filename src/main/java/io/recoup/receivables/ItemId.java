package io.recoup.receivables;

public record ItemId(long value) {}
