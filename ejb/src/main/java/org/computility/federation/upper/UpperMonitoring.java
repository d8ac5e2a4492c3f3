package org.computility.federation.upper;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformCalls;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.calls.PlatformSession;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.reports.ReportStateView;

/** What is told to the platform above, as the tables of TC609 print it. */
@ApplicationScoped
public class UpperMonitoring {

    private static final String CENTER = "/api/computePowerCenter";
    private static final String REPORT = "/api/monthReport";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private final PlatformCalls calls;

    @Inject
    public UpperMonitoring(PlatformCalls calls) {
        this.calls = calls;
    }

    /** For the container's proxy. */
    protected UpperMonitoring() {
        this(null);
    }

    /** A session of the account that this platform has there; PlatformAway where there is none to be had. */
    public PlatformSession login(PlatformAddress upper) {
        return calls.login(upper);
    }

    /** Creates a center there (A.5) and answers its id; a repeated call answers the same. */
    public int create(PlatformSession session, ReportedCenterView center) throws PlatformRefusal {
        JsonObject body = facts(center)
                .add("province", center.province())
                .add("city", center.city())
                .build();
        JsonValue id = calls.call(session, "POST", CENTER, body);
        try {
            return id instanceof JsonNumber number
                    ? number.intValueExact()
                    : Integer.parseInt(((JsonString) id).getString());
        } catch (RuntimeException e) {
            throw PlatformAway.senseless("answers no id: " + id);
        }
    }

    /** The id of the center that is called so there (A.7); empty where there is none, or more than one. */
    public OptionalInt find(PlatformSession session, String name) {
        List<JsonNumber> ids;
        try {
            JsonValue data = calls.ask(session, CENTER, Map.of("name", name));
            ids = data instanceof JsonObject list && list.get("datalist") instanceof JsonArray rows
                    ? rows.stream().flatMap(row -> called(name, row)).toList()
                    : List.of();
        } catch (PlatformRefusal unknown) {
            return OptionalInt.empty();
        }
        return ids.size() == 1 ? OptionalInt.of(ids.get(0).intValue()) : OptionalInt.empty();
    }

    private static Stream<JsonNumber> called(String name, JsonValue row) {
        return row instanceof JsonObject there
                        && name.equals(there.getString("name", null))
                        && there.get("id") instanceof JsonNumber id
                ? Stream.of(id)
                : Stream.empty();
    }

    /** Changes it there (A.6); what is absent by now is taken away. */
    public void change(PlatformSession session, int upperCenterId, ReportedCenterView center) throws PlatformRefusal {
        calls.call(
                session, "PUT", CENTER, facts(center).add("id", upperCenterId).build());
    }

    /** Reports a month (A.8). */
    public UpperVerdict report(PlatformSession session, int upperCenterId, ReportStateView state)
            throws PlatformRefusal {
        JsonObject body = JSON.createObjectBuilder(state.figures().json())
                .add("centerId", upperCenterId)
                .add("reportMonth", state.month().toString())
                .build();
        JsonValue data = calls.call(session, "POST", REPORT, body);
        if (!(data instanceof JsonObject said)) {
            return new UpperVerdict(null, List.of(), null);
        }
        return new UpperVerdict(
                said.getString("status", null),
                said.get("reasons") instanceof JsonArray reasons
                        ? reasons.stream().map(UpperMonitoring::words).toList()
                        : List.of(),
                said.get("knownOn") instanceof JsonNumber point ? (Long) point.longValue() : null);
    }

    /** What of a center is told, as one text: equal facts are equal texts. */
    public static String text(ReportedCenterView center) {
        return facts(center).build().toString();
    }

    // Projects stay here: their ids mean nothing there.
    private static JsonObjectBuilder facts(ReportedCenterView center) {
        return JSON.createObjectBuilder()
                .add("name", center.name())
                .add("description", said(center.description()))
                .add("projectId", "")
                .add("clusterId", said(center.clusterId()))
                .add("longitude", center.longitude())
                .add("latitude", center.latitude())
                .add("type", center.type())
                .add(
                        "productionDate",
                        center.productionDate() == null
                                ? ""
                                : center.productionDate().format(DAY))
                .add("hubId", said(center.hubId()));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    private static String words(JsonValue reason) {
        return reason instanceof JsonString text ? text.getString() : reason.toString();
    }
}
