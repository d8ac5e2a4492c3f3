package org.computility.reporting.duplicates;

/**
 * What somebody decides about a pair.
 *
 * @param merge whether they are one
 * @param stays which of them stays, where they are one; its reports come first. Null where they are two
 * @param reason null: none is told
 */
public record Settlement(boolean merge, Integer stays, String reason) {}
