package io.recoup.dunning.pack;

/**
 * A value and who asks for it, so that a refusal can be explained.
 *
 * @param pack name of the pack, or of the policy; several, with commas between, where it takes them together
 */
public record Sourced<T>(T value, String pack) {}
