package org.computility.federation.live;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformCalls;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.calls.PlatformSession;
import org.computility.federation.lower.LowerCenterNames;
import org.computility.reporting.centers.ReportedCenterView;

/**
 * The line to one platform below. Its centers have ids of their own, which are found out by what they are (A.7): the platform told us
 * their names and positions itself.
 */
final class LowerLine {

    private static final String CENTERS = "/api/computePowerCenter";

    private final PlatformAddress address;
    private final LiveConfig config;
    private final LowerGate gate;
    private volatile PlatformSession session;

    LowerLine(PlatformAddress address, LiveConfig config) {
        this.address = address;
        this.config = config;
        gate = new LowerGate(config);
    }

    boolean leadsTo(PlatformAddress other) {
        return address.equals(other);
    }

    LowerGate gate() {
        return gate;
    }

    /** Data of its answer; a center that it knows no more by the id of before is looked for once more. */
    JsonObject ask(String path, ReportedCenterView center, PlatformCalls calls, LowerCenterNames book)
            throws PlatformRefusal {
        OptionalInt known = book.called(address.id(), center.id());
        if (known.isPresent()) {
            try {
                return about(path, known.getAsInt(), calls);
            } catch (PlatformRefusal refused) {
                int there = lookedUp(center, calls);
                if (there == known.getAsInt()) {
                    throw refused;
                }
                book.keep(address.id(), center.id(), there);
                return about(path, there, calls);
            }
        }
        int there = lookedUp(center, calls);
        book.keep(address.id(), center.id(), there);
        return about(path, there, calls);
    }

    private JsonObject about(String path, int there, PlatformCalls calls) throws PlatformRefusal {
        JsonValue data = answer(path, Map.of("centerId", "" + there), calls);
        if (data instanceof JsonObject figures) {
            return figures;
        }
        throw PlatformAway.senseless("answered " + path + " without data");
    }

    private int lookedUp(ReportedCenterView center, PlatformCalls calls) throws PlatformRefusal {
        JsonValue data = answer(CENTERS, Map.of("name", center.name()), calls);
        List<Integer> same = data instanceof JsonObject list && list.get("datalist") instanceof JsonArray rows
                ? rows.stream()
                        .filter(row -> row instanceof JsonObject there && isThere(center, there))
                        .map(row -> row.asJsonObject().getInt("id"))
                        .toList()
                : List.of();
        if (same.size() != 1) {
            throw PlatformRefusal.here("It shows us " + same.size() + " centers of this name at this position.");
        }
        return same.get(0);
    }

    private static boolean isThere(ReportedCenterView center, JsonObject there) {
        return there.get("id") instanceof JsonNumber
                && center.name().equals(there.getString("name", null))
                && is(center.longitude(), there.get("longitude"))
                && is(center.latitude(), there.get("latitude"));
    }

    private static boolean is(BigDecimal degrees, JsonValue there) {
        return there instanceof JsonNumber number && number.bigDecimalValue().compareTo(degrees) == 0;
    }

    /** A token that is good no more is fetched anew, once. */
    private JsonValue answer(String path, Map<String, String> query, PlatformCalls calls) throws PlatformRefusal {
        PlatformSession before = session;
        if (before != null) {
            try {
                return calls.ask(before, path, query);
            } catch (PlatformAway away) {
                session = null;
                if (away.why() != PlatformAway.Cause.CLOSED) {
                    throw away;
                }
            }
        }
        PlatformSession next = calls.login(address, config.patience());
        session = next;
        return calls.ask(next, path, query);
    }
}
