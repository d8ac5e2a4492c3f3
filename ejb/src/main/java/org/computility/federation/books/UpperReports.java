package org.computility.federation.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformCalls;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.calls.PlatformSession;

/** What stands at the platform above of what this one told, as that platform says: one of our kind. */
@ApplicationScoped
public class UpperReports {

    private static final String BOOKS = "/platform/v1/federation/books";

    @Inject
    PlatformCalls calls;

    List<MonthTotal> months(PlatformSession session) throws PlatformRefusal {
        return rows(calls.own(session, BOOKS))
                .map(row -> new MonthTotal(row.getString("reportMonth"), row.getInt("reports"), row.getString("hash")))
                .toList();
    }

    List<ReportEntry> month(PlatformSession session, String month) throws PlatformRefusal {
        return rows(calls.own(session, BOOKS + "/" + month))
                .map(row -> new ReportEntry(
                        row.getInt("centerId"),
                        month,
                        row.getString("hash"),
                        row.getJsonNumber("knownOn").longValueExact()))
                .toList();
    }

    private static Stream<JsonObject> rows(JsonObject answer) {
        try {
            JsonArray items = answer.getJsonArray("items");
            return List.copyOf(items.getValuesAs(JsonObject.class)).stream();
        } catch (RuntimeException e) {
            throw PlatformAway.senseless("answered with no list of its books");
        }
    }
}
