package org.computility.federation.live;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.computility.energy.hours.HourFigure;
import org.computility.energy.hours.HourFigures;
import org.computility.reporting.live.HourTold;
import org.computility.shared.Rejected;
import org.computility.shared.StandardTime;

/** Reads table B.2-3 of another platform. */
final class ToldHour {

    /** As here: of an hour that is over for longer nothing is told. */
    private static final Duration OLDEST = Duration.ofHours(2);

    private final JsonObject data;
    private final Instant now;

    private ToldHour(JsonObject data, Instant now) {
        this.data = data;
        this.now = now;
    }

    static HourTold of(JsonObject data, String silence, Instant now) {
        if (data == null) {
            return new HourTold(new HourFigures(null, null, null, null), silence);
        }
        ToldHour told = new ToldHour(data, now);
        return new HourTold(
                new HourFigures(
                        told.figure("electricityConsume"),
                        told.figure("greenElectricityConsume"),
                        told.figure("pue"),
                        told.figure("wue")),
                silence);
    }

    /** A figure of which nobody says how old it is is none of now. */
    private HourFigure figure(String name) {
        BigDecimal value = ToldOperations.number(data, name);
        Instant asOf = value == null ? null : asOf(name);
        return asOf == null || asOf.isBefore(now.minus(OLDEST)) ? null : new HourFigure(value, asOf, estimated(name));
    }

    private Instant asOf(String name) {
        try {
            return data.get("asOf") instanceof JsonObject ends
                    ? StandardTime.parse("asOf", ends.getString(name, null))
                    : null;
        } catch (Rejected | ClassCastException e) {
            return null;
        }
    }

    private boolean estimated(String name) {
        return data.get("estimated") instanceof JsonArray names
                && names.stream()
                        .anyMatch(one -> one instanceof JsonString text
                                && text.getString().equals(name));
    }
}
