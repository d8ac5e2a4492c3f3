package org.computility.trading.matching;

/**
 * Which data resources.
 *
 * @param type as table A.2 has it: data set, model, application, in whichever language
 * @param text words that all occur in the key words or the description; null: whatever they are
 * @param category null: any
 */
public record ResourceSearch(String type, String text, String category) {}
