package org.computility.serving.scaling.choice;

/**
 * A node that could serve the capability: it is online, takes services, and has what the package runs on.
 *
 * @param holding whether it has the package
 * @param room for so many more replicas, by what it told of its memory and its accelerators
 */
public record Host(String computeCode, Holding holding, int room) {

    /** Whether a node has a package. */
    public enum Holding {
        PACKAGE,
        /** It is downloading the package. */
        COMING,
        NOTHING
    }
}
