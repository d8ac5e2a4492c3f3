package org.computility.client.monitoring;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** The platform above, and what it was told (TC609 clause 5.3.1; {@code docs/monitoring.md}). */
public final class Federation {

    private static final String UPPER = "/platform/v1/federation/upper";
    private static final String LOWER = "/platform/v1/federation/lower";
    private static final String BOOKS = "/platform/v1/federation/books";
    private static final String COMPARISON = "/platform/v1/federation/comparison";
    private static final String TIER = "/platform/v1/federation/tier";
    private static final String TOLD = "/platform/v1/federation/reports";

    private final Calls calls;

    public Federation(Calls calls) {
        this.calls = calls;
    }

    /**
     * Where to report, and as whom.
     *
     * @param url how addresses there begin, before {@code /api}
     */
    public record NewUpper(String url, String username, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return username + " at " + url;
        }
    }

    /** The platform that is reported to. */
    public record Upper(String url, String username, String setBy, Instant setAt) {}

    /**
     * A state of a report that was told.
     *
     * @param outcome {@code SUBMITTED}, {@code ACCEPTED}, {@code RETURNED}, {@code REFUSED}, {@code ASIDE} or {@code LOST}
     * @param upperKnownOn null where it was refused
     */
    public record Told(
            long knownOn,
            int centerId,
            String reportMonth,
            String outcome,
            List<String> reasons,
            Long upperKnownOn,
            int tries,
            Instant toldAt) {}

    /** A page of them. */
    public record ToldPage(List<Told> items, int page, int pageSize, long total) {}

    /** Which tier the platform is: {@code NATIONAL}, {@code REGIONAL} or {@code THIRD_PARTY}. */
    public record PlatformTier(String tier, boolean reportsUpward, boolean takesLower) {}

    /**
     * A platform that reports here.
     *
     * @param tier {@code REGIONAL} or {@code THIRD_PARTY}
     * @param username of an account there that sees its centers
     * @param account the user name here under which it reports
     */
    public record NewLower(String name, String tier, String url, String username, String password, String account) {

        /** Without the password. */
        @Override
        public String toString() {
            return name + " at " + url;
        }
    }

    /** The same as it is known here. */
    public record Lower(
            String code,
            String name,
            String tier,
            String url,
            String username,
            String account,
            String organisationId,
            String setBy,
            Instant setAt) {}

    /** All of them. */
    public record LowerList(List<Lower> items) {}

    /** Which tier the platform is. */
    public PlatformTier tier() {
        return calls.call(Kind.OWN, "GET", TIER, Map.of(), null, PlatformTier.class);
    }

    /** That platform reports here, and is asked live what its centers do; for administrators. */
    public Lower takeLower(String code, NewLower wanted) {
        return calls.call(Kind.OWN, "PUT", LOWER + "/" + code, Map.of(), wanted, Lower.class);
    }

    /** One that reports here; for administrators and auditors. */
    public Lower lower(String code) {
        return calls.call(Kind.OWN, "GET", LOWER + "/" + code, Map.of(), null, Lower.class);
    }

    /** All that report here; for administrators and auditors. */
    public LowerList allLower() {
        return calls.call(Kind.OWN, "GET", LOWER, Map.of(), null, LowerList.class);
    }

    /** That platform is asked no more; for administrators. */
    public void leaveLower(String code) {
        calls.tell("DELETE", LOWER + "/" + code);
    }

    /** All reports of a month of the own organisation together. */
    public record BookMonth(String reportMonth, int reports, String hash) {}

    /** Each month. */
    public record BookMonths(List<BookMonth> items) {}

    /** One report; {@code hash} of its figures in their one form. */
    public record BookReport(int centerId, String hash, long knownOn) {}

    /** Each report of a month. */
    public record BookReports(List<BookReport> items) {}

    /**
     * A report about which the books differ.
     *
     * @param kind {@code MISSING_ABOVE}, {@code MISSING_BELOW} or {@code DIFFERENT}
     * @param centerId null where it is none of the platform's
     * @param sentAgain whether the platform above lost what it took
     */
    public record BookDifference(
            String kind,
            Integer centerId,
            int upperCenterId,
            String reportMonth,
            Long knownOn,
            Long upperKnownOn,
            boolean sentAgain) {}

    /** The last comparison with the platform above, and a page of its differences. */
    public record BookComparison(
            Instant comparedAt,
            int months,
            int reports,
            int waiting,
            boolean equal,
            List<BookDifference> items,
            int page,
            int pageSize,
            long total) {}

    /** What stands at the platform of the own organisation, month by month. */
    public BookMonths books() {
        return calls.call(Kind.OWN, "GET", BOOKS, Map.of(), null, BookMonths.class);
    }

    /** The same of one month, by center. */
    public BookReports books(YearMonth month) {
        return calls.call(Kind.OWN, "GET", BOOKS + "/" + month, Map.of(), null, BookReports.class);
    }

    /** Whether the platform above has what it was told; null asks for every kind. For administrators and auditors. */
    public BookComparison comparison(String kind, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (kind != null) {
            query.put("kind", kind);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", COMPARISON, query, null, BookComparison.class);
    }

    /** From now on that platform is reported to; for administrators. */
    public Upper report(NewUpper wanted) {
        return calls.call(Kind.OWN, "PUT", UPPER, Map.of(), wanted, Upper.class);
    }

    /** The platform that is reported to; for administrators. */
    public Upper upper() {
        return calls.call(Kind.OWN, "GET", UPPER, Map.of(), null, Upper.class);
    }

    /** Nothing is sent any more; for administrators. */
    public void reportNowhere() {
        calls.tell("DELETE", UPPER);
    }

    /** What was told, the newest first; null asks for nothing. */
    public ToldPage told(Integer centerId, YearMonth month, String outcome, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (centerId != null) {
            query.put("centerId", centerId);
        }
        if (month != null) {
            query.put("reportMonth", month.toString());
        }
        if (outcome != null) {
            query.put("outcome", outcome);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", TOLD, query, null, ToldPage.class);
    }
}
