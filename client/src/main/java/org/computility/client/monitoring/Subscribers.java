package org.computility.client.monitoring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Who gets monitoring data on a timetable, and how to fetch what was missed ({@code docs/monitoring.md}). */
public final class Subscribers {

    private static final String SUBSCRIBERS = "/platform/v1/federation/subscribers";
    private static final String NEWS = "/platform/v1/monitoring/reports/news";

    private final Calls calls;

    public Subscribers(Calls calls) {
        this.calls = calls;
    }

    /**
     * Who is to get monitoring data on a timetable (clauses 5.4 and 5.5).
     *
     * @param layer {@code OPERATION} or {@code SCHEDULING}
     * @param secret what both sides sign with, at least 32 characters
     * @param algorithm {@code HMAC-SM3}, {@code HMAC-SHA256}, or null
     * @param timetable {@code 08:00,20:00} or {@code PT15M}
     * @param provinces GB/T 2260; none, or null: all
     * @param load whether it gets what centers do now, too
     * @param after the point behind which it is told; null: where it was
     */
    public record NewSubscriber(
            String layer,
            String url,
            String secret,
            String algorithm,
            String timetable,
            List<String> provinces,
            boolean load,
            Long after) {

        /** Without the secret. */
        @Override
        public String toString() {
            return layer + " at " + url;
        }
    }

    /**
     * A subscriber.
     *
     * @param knownOn the point up to which it has been told
     * @param deliveredAt when it last took something, or null
     * @param failures tries in a row that came to nothing
     * @param fault why the last one did, or null
     */
    public record Subscriber(
            String name,
            String layer,
            String url,
            String algorithm,
            String timetable,
            List<String> provinces,
            boolean load,
            long knownOn,
            Instant deliveredAt,
            int failures,
            String fault,
            Instant dueAt,
            String setBy,
            Instant setAt) {}

    /** States behind one point and up to another; {@code more}: there are further ones. */
    public record News(long after, long knownOn, boolean more, List<MonthReports.State> reports) {}

    /** It is told at once, and then by its timetable; for administrators. */
    public Subscriber tell(String name, NewSubscriber wanted) {
        return calls.call(Kind.OWN, "PUT", at(name), Map.of(), wanted, Subscriber.class);
    }

    public Subscriber subscriber(String name) {
        return calls.call(Kind.OWN, "GET", at(name), Map.of(), null, Subscriber.class);
    }

    /** All, by their names. */
    public List<Subscriber> subscribers() {
        return List.of(calls.call(Kind.OWN, "GET", SUBSCRIBERS, Map.of(), null, Subscriber[].class));
    }

    /** It is told nothing any more; for administrators. */
    public void tellNothing(String name) {
        calls.tell("DELETE", at(name));
    }

    /**
     * Every state of the reports that the caller sees behind a point, in the order of points; ask again with {@code knownOn} of the
     * answer.
     *
     * @param most up to 500
     */
    public News news(long after, int most) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("after", after);
        query.put("most", most);
        return calls.call(Kind.OWN, "GET", NEWS, query, null, News.class);
    }

    private static String at(String name) {
        return SUBSCRIBERS + "/" + name;
    }
}
