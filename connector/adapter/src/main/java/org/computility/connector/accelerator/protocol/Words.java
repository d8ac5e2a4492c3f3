package org.computility.connector.accelerator.protocol;

/** Words of nodes, which may be of any length: they are shown to people, and kept for each task that they are about. */
final class Words {

    /** As many characters as people are shown of a node's message. */
    static final int LONGEST_MESSAGE = 1000;

    private Words() {}

    /** The first characters, whole ones; null stays null. */
    static String cut(String text, int most) {
        return text == null || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
