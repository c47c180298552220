package io.recoup.receivables;

public record ReceiptId(long value) {}
