package org.computility.shared.outbound;

/** Memory for the answer of a call. */
@FunctionalInterface
public interface OutboundRoom {

    /** False when there is no room for so many bytes more. */
    boolean take(long bytes);
}
