package org.computility.algorithms.delivery;

/** How far a package has come on a node, by the number of T/BAX 0006.5 table F.4. The node decides what follows. */
enum DeliveryState {
    DOWNLOADING(1),
    FAILED(2),
    DONE(3);

    private final short number;

    DeliveryState(int number) {
        this.number = (short) number;
    }

    short number() {
        return number;
    }

    /** The state of that number; the table knows no others. */
    static DeliveryState of(int number) {
        for (DeliveryState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("A delivery has no state " + number + ".");
    }
}
