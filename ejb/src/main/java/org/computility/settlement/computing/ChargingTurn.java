package org.computility.settlement.computing;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.computility.settlement.computing.JobCharging.Charged;

/**
 * Charges all that is due, some at a time, each part in its own transaction; then has the orders settled.
 *
 * @param charge one part
 * @param settle takes what balances cover
 */
record ChargingTurn(Supplier<Charged> charge, Consumer<Set<UUID>> settle) {

    void run() {
        Charged charged = charge.get();
        while (charged.meters() > 0) {
            if (!charged.orders().isEmpty()) {
                settle.accept(charged.orders());
            }
            charged = charge.get();
        }
    }
}
