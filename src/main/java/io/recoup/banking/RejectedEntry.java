package io.recoup.banking;

/**
 * One entry, transaction or balance that could not be read, while the others of its file could.
 *
 * @param file as in {@link BankStatement#file()}
 * @param line line in the file, from 1
 * @param column column in the line, from 1
 * @param reason what is wrong, for people
 */
public record RejectedEntry(String file, int line, int column, String reason) {}
