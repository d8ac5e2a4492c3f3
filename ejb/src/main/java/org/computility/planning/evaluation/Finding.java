package org.computility.planning.evaluation;

/**
 * One thing that an algorithm found.
 *
 * @param at microseconds, by the clock that the truth is told by
 * @param box null: it does not say where
 */
record Finding(String deviceId, String eventId, String className, long at, Box box) {}
