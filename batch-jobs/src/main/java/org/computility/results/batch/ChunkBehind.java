package org.computility.results.batch;

/**
 * A checkpoint that lies one chunk behind. The engine notes it in a transaction that may end apart from the chunk's when the
 * server is killed; whichever of the two is lost, the chunk comes again: what it deleted is not found any more, what it kept
 * is kept again.
 */
final class ChunkBehind<T> {

    private T begun;

    /** At the beginning of the first chunk. */
    ChunkBehind(T begun) {
        this.begun = begun;
    }

    /** A chunk has reached this far: where it began. */
    T reached(T end) {
        T checkpoint = begun;
        begun = end;
        return checkpoint;
    }
}
