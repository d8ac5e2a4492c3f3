package org.computility.algopackage;

/**
 * A parameter of a capability, member for member as in the example of T/BAX 0006.5 A.6.
 *
 * @param type {@code long}, {@code double}, {@code string} or {@code boolean}
 * @param defaultValue of that type, or null
 * @param validation a range such as {@code [0,1]} or a list such as {@code low|medium|high}, or null
 */
public record TaskField(
        String name,
        String text,
        String description,
        String type,
        boolean visible,
        boolean required,
        boolean advanced,
        Object defaultValue,
        String validation,
        String group) {}
