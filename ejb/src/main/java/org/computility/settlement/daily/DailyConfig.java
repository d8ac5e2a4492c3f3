package org.computility.settlement.daily;

import java.time.ZoneId;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param settle {@code COMPUTILITY_ORDERS_SETTLE}, {@code 02:00} in the platform's zone by default, or {@code off}: when orders
 *     are settled
 * @param reconcile {@code COMPUTILITY_LEDGER_RECONCILE}, {@code 04:30} by default, or {@code off}: when the books are compared
 */
record DailyConfig(Optional<DailyTime> settle, Optional<DailyTime> reconcile) {

    private static final String SETTLE = "computility.orders.settle";
    private static final String RECONCILE = "computility.ledger.reconcile";

    static DailyConfig current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static DailyConfig from(Settings settings, ZoneId zone) {
        return new DailyConfig(
                DailyTime.read(SETTLE, settings.find(SETTLE).orElse("02:00").strip(), zone),
                DailyTime.read(
                        RECONCILE, settings.find(RECONCILE).orElse("04:30").strip(), zone));
    }
}
