package org.computility.settlement.daily;

/**
 * A part of all accounts, which one thread works on.
 *
 * @param number from 0
 * @param of how many parts there are
 */
public record Part(int number, int of) {}
