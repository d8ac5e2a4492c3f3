package org.computility.shared.outbound.parcels;

import java.util.Map;

/** Something on its way to a receiver. */
public interface Parcel {

    String url();

    /** What is posted; asked for once, on the thread that sends. */
    Posted posted();

    /** A body, and the headers that sign it. */
    record Posted(Map<String, String> headers, String body) {}
}
