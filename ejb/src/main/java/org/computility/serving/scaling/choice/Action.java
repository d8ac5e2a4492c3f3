package org.computility.serving.scaling.choice;

/** What a step does. */
public enum Action {
    /** A running service gets more replicas. */
    GROW,
    /** A service is loaded at a node that has the package. */
    LOAD,
    /** The package goes to a node, where a service is loaded later. */
    DELIVER,
    /** A running service gets a replica less. */
    SHRINK,
    /** A service that a rule loaded goes. */
    UNLOAD
}
