package org.computility.settlement.computing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Charges all meters that are due, each in its own transaction; then has their orders settled. A meter that cannot be charged
 * is told in the log, left alone for some minutes, and keeps no other waiting.
 */
final class ChargingTurn {

    private static final Logger LOG = Logger.getLogger(ChargingTurn.class.getName());

    private final JobCharging charging;
    private final Consumer<Set<UUID>> settle;
    private final Set<UUID> orders = new HashSet<>();

    /** @param settle takes what balances cover */
    ChargingTurn(JobCharging charging, Consumer<Set<UUID>> settle) {
        this.charging = charging;
        this.settle = settle;
    }

    void run() {
        List<String> due = charging.due();
        while (chargeSome(due) > 0 && JobCharging.isFull(due)) {
            due = charging.due();
        }
        if (!orders.isEmpty()) {
            settle.accept(orders);
        }
    }

    private long chargeSome(List<String> due) {
        return due.stream().filter(this::charge).count();
    }

    private boolean charge(String meter) {
        try {
            Optional<Set<UUID>> charged = charging.charge(meter);
            charged.ifPresent(orders::addAll);
            return charged.isPresent();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "The running time " + meter + " could not be charged; again in some minutes.");
            charging.defer(meter);
            return true;
        }
    }
}
