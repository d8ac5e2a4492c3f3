package org.computility.jobs.training;

/**
 * A part of a log.
 *
 * @param offset the byte that it begins with
 * @param next where the next part begins
 * @param text in UTF-8; what is none is shown as U+FFFD
 * @param ended nothing more comes behind {@code next}
 */
public record LogPartView(long offset, long next, String text, boolean ended) {}
