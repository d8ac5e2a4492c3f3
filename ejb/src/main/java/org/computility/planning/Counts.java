package org.computility.planning;

/** How the instances of a plan stand (T/BAX 0006.5 table C.6), counted when asked. */
record Counts(
        long devices,
        long total,
        long starting,
        long startErrors,
        long running,
        long stopped,
        long finished,
        long done) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
}
