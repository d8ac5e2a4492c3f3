package org.computility.settlement.computing;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Charges all meters that are due, each in its own transaction; then has their orders settled. A meter that cannot be charged
 * is told in the log, left alone for some minutes, and keeps no other waiting.
 *
 * @param <K> what names a meter
 */
final class ChargingTurn<K> {

    /** So many meters are due at a time. */
    static final int MOST = 200;

    /** So long a meter is left alone that could not be charged. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(ChargingTurn.class.getName());

    private final Supplier<List<K>> due;
    private final Function<K, Optional<Set<UUID>>> charging;
    private final Consumer<K> defer;
    private final Consumer<Set<UUID>> settle;
    private final Set<UUID> orders = new HashSet<>();

    private ChargingTurn(
            Supplier<List<K>> due,
            Function<K, Optional<Set<UUID>>> charging,
            Consumer<K> defer,
            Consumer<Set<UUID>> settle) {
        this.due = due;
        this.charging = charging;
        this.defer = defer;
        this.settle = settle;
    }

    /** @param settle takes what balances cover */
    static ChargingTurn<String> ofSeconds(JobCharging charging, Consumer<Set<UUID>> settle) {
        return new ChargingTurn<>(charging::due, charging::charge, charging::defer, settle);
    }

    /** @param settle takes what balances cover */
    static ChargingTurn<UUID> ofCalls(ServiceCharging charging, Consumer<Set<UUID>> settle) {
        return new ChargingTurn<>(charging::due, charging::charge, charging::defer, settle);
    }

    void run() {
        List<K> some = due.get();
        while (chargeSome(some) > 0 && some.size() >= MOST) {
            some = due.get();
        }
        if (!orders.isEmpty()) {
            settle.accept(orders);
        }
    }

    private long chargeSome(List<K> some) {
        return some.stream().filter(this::charge).count();
    }

    private boolean charge(K meter) {
        try {
            Optional<Set<UUID>> charged = charging.apply(meter);
            charged.ifPresent(orders::addAll);
            return charged.isPresent();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The meter " + meter + " could not be charged; again in some minutes.");
            defer.accept(meter);
            return true;
        }
    }
}
