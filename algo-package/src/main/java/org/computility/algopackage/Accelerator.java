package org.computility.algopackage;

/**
 * A row of T/BAX 0006.5 Annex H, as printed.
 *
 * @param brand who makes it (品牌)
 * @param type the maker's own name of it (类型)
 * @param identifier what packages and nodes call it (标识)
 * @param name in Chinese (名称); a few products are printed with their Latin name there
 */
public record Accelerator(Kind kind, String brand, String type, String identifier, String name) {

    /** The table that lists it. */
    public enum Kind {
        /** Table H.1. */
        CARD,
        /** Table H.2. */
        CHIP
    }

    /** The name in Latin letters. */
    public String latinName() {
        return brand + " " + type;
    }
}
