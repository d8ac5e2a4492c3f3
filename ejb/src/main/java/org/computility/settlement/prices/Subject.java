package org.computility.settlement.prices;

/**
 * A published thing.
 *
 * @param id the number of its publication, at most 200 characters
 */
public record Subject(SubjectKind kind, String id) {

    private static final int LONGEST = 200;

    public Subject {
        if (id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException("not the number of a publication: " + id);
        }
    }

    /** The name of its price list. */
    public String list() {
        return kind + " " + id;
    }
}
