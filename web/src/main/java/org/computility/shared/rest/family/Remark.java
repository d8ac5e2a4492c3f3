package org.computility.shared.rest.family;

/**
 * A success without data that has something to say, where the family has a place for words ({@code Message} of T/BAX 0006.5
 * table A.2). A resource returns null in its stead when all is well.
 */
public record Remark(String words) {

    /** Done, but the caller should know this. */
    public static Remark warning(String words) {
        return new Remark(AcsmpEnvelope.SUCCESS + "; warning: " + words);
    }
}
