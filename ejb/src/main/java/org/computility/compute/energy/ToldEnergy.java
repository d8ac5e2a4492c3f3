package org.computility.compute.energy;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a node tells of energy. A node may tell anything: a count that is none is left out. */
final class ToldEnergy {

    private static final int LONGEST_NAME = 64;
    private static final int PLACES = 6;

    /** More places than that are no figure, and dear to round. */
    private static final int MOST_PLACES = 100;

    /** More than any machine uses. */
    private static final BigDecimal MOST = new BigDecimal("1e12");

    /** Clocks that were never set begin there. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private ToldEnergy() {}

    static List<MachineEnergy> in(List<JsonObject> machines) {
        return machines.stream().map(ToldEnergy::machine).toList();
    }

    private static MachineEnergy machine(JsonObject told) {
        return new MachineEnergy(
                text(told, "DeviceID")
                        .filter(name -> name.length() <= LONGEST_NAME)
                        .orElse(null),
                !JsonValue.FALSE.equals(told.get("IsOnline")),
                told.get("XpuMonitors") instanceof JsonArray cards && !cards.isEmpty(),
                objects(told.get("Energy"))
                        .flatMap(count -> count(count).stream())
                        .toList());
    }

    private static Optional<EnergyCount> count(JsonObject told) {
        return text(told, "Covers")
                .flatMap(covers -> wattHours(told)
                        .flatMap(amount -> instant(told, "CountedSince")
                                .map(since -> new EnergyCount(
                                        covers,
                                        amount,
                                        since,
                                        instant(told, "At").orElse(null)))));
    }

    private static Optional<BigDecimal> wattHours(JsonObject told) {
        return told.get("WattHours") instanceof JsonNumber number
                ? Optional.of(number.bigDecimalValue())
                        .filter(amount ->
                                amount.signum() >= 0 && amount.compareTo(MOST) < 0 && amount.scale() <= MOST_PLACES)
                        .map(amount -> amount.setScale(PLACES, RoundingMode.FLOOR))
                : Optional.empty();
    }

    private static Optional<Instant> instant(JsonObject told, String member) {
        return text(told, member).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS))
                        .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(LAST));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(JsonObject told, String member) {
        return told.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static Stream<JsonObject> objects(JsonValue values) {
        return values instanceof JsonArray all
                ? all.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                : Stream.empty();
    }
}
