package org.computility.connector.accelerator;

/** How a node's address takes a caller. */
public enum Door {
    /** Something listens at the address. */
    OPEN,
    /** The node's machine is there and refuses: nothing listens at the address. */
    SHUT,
    /** No answer, or no way to the machine, which may be the caller's own fault. */
    SILENT
}
