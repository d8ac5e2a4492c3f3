package org.computility.shared.outbound.parcels;

import java.util.List;
import java.util.Optional;

/**
 * What is to be sent next, and what became of it; each a short transaction, none is open while a receiver works. A server that dies
 * leaves its claims, which end by themselves: then the same parcels are sent again.
 */
public interface ParcelQueue<P extends Parcel> {

    /** Claims receivers that are due, at most so many; the first parcel of each. */
    List<P> take(int most);

    /** The receiver has taken it; the next one for the same receiver, or none. */
    Optional<P> delivered(P parcel);

    /** It came to nothing: the receiver's turn is over, and comes again after a pause. */
    void failed(P parcel, String why);
}
