package org.computility.reporting.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code report_state}. */
interface ReportStates {

    /** {@code reports} in ASCII. */
    long KNOWLEDGE = 0x7265706f727473L;

    /** It counts now: no other report tells that month of the same center. */
    String COUNTS = """
            and not exists (
                select from report_outranked o where o.known_on = s.known_on and o.until_point is null)
            """;

    StatelessSession session();

    /** Whoever changes this report next waits until the transaction ends. */
    @SQL("select cast(pg_advisory_xact_lock(:centerId, :month) as text)")
    String lockReport(int centerId, int month);

    /**
     * Keeps a state as the newest of its report, whose lock the caller has, and answers its point of knowledge. Whoever takes a point
     * next waits until the transaction ends: points are in the order of commits. All that has to wait for that is this one statement, and
     * the commit: each exchange more between server and database would be one more that every other report waits for.
     */
    @SQL("""
            with locked as materialized (select pg_advisory_xact_lock(:key)),
            point as materialized (select nextval('report_knowledge') known_on from locked),
            followed as (
                update report_state s set followed_on = point.known_on from point
                where s.center_id = :centerId and s.month = :month and s.followed_on is null
                returning s.known_on),
            kept as (
                insert into report_state (known_on, center_id, organisation_id, province, hub_id, month, status, deed, done_by,
                    done_at, reasons, figures, hash)
                select point.known_on, :centerId, :organisationId, cast(:province as varchar), cast(:hubId as varchar), :month,
                    :status, :deed, :doneBy, :doneAt, cast(:reasons as text[]), cast(:figures as jsonb), :hash
                from point where (select count(*) from followed) >= 0
                returning known_on)
            select known_on from kept
            """)
    long keep(
            long key,
            int centerId,
            UUID organisationId,
            String province,
            String hubId,
            LocalDate month,
            String status,
            String deed,
            String doneBy,
            Instant doneAt,
            String[] reasons,
            String figures,
            String hash);

    /** The newest point of knowledge; 0 before the first. */
    @SQL("""
            select greatest(
                (select coalesce(max(known_on), 0) from report_state),
                (select coalesce(greatest(max(merged_on), max(undone_on)), 0) from center_merge))
            """)
    long newestPoint();

    /** The next point of knowledge, for other deeds than reports: whoever takes one next waits until the transaction ends. */
    @SQL("""
            with locked as materialized (select pg_advisory_xact_lock(:key))
            select nextval('report_knowledge') from locked
            """)
    long takePoint(long key);

    /** The newest state of a report. */
    @HQL("where centerId = :centerId and month = :month and followedOn is null")
    Optional<ReportState> newest(int centerId, LocalDate month);

    /** The same of a report and of the one of the month before, in no order. */
    @HQL("where centerId = :centerId and month in (:month, :before) and followedOn is null")
    List<ReportState> newestOfTwo(int centerId, LocalDate month, LocalDate before);

    /** What somebody last reported, whatever was decided about it. */
    @HQL("""
            where centerId = :centerId and month = :month and deed = 'SUBMISSION' order by knownOn desc limit 1
            """)
    Optional<ReportState> lastReported(int centerId, LocalDate month);

    /** What the platform last said itself. */
    @HQL("""
            where centerId = :centerId and month = :month and deed = 'CLOSING' order by knownOn desc limit 1
            """)
    Optional<ReportState> lastClosed(int centerId, LocalDate month);

    /** The states that came about behind the first point and up to the second, the first first. */
    @SQL("""
            select * from report_state
            where center_id = any(:centers) and month = :month and known_on > :behind and known_on <= :upTo
            order by known_on
            """)
    List<ReportState> between(Integer[] centers, LocalDate month, long behind, long upTo);

    /** The states of an organisation, null: of all, behind the first point and up to the second, in their order. */
    default List<ReportState> news(UUID scope, long behind, long upTo, int most) {
        return new Search<>(session(), ReportState.class)
                .equal(ReportState_.organisationId, scope)
                .upTo(ReportState_.knownOn, upTo)
                .where((b, state) -> b.greaterThan(state.get(ReportState_.knownOn), behind))
                .list(0, most, Order.asc(ReportState_.knownOn));
    }

    /** The same of the centers in some provinces. */
    @SQL("""
            select s.* from report_state s
            where s.known_on > :behind and s.known_on <= :upTo
              and s.province = any(:provinces)
            order by s.known_on limit :most
            """)
    List<ReportState> newsOf(String[] provinces, long behind, long upTo, int most);

    /** Accepted states behind a point that none followed and that count, in their order. */
    @SQL("""
            select s.* from report_state s
            where s.known_on > :behind and s.followed_on is null and s.status = 'ACCEPTED'
            """ + COUNTS + "order by s.known_on limit :most")
    List<ReportState> acceptedBehind(long behind, int most);

    @SQL("""
            select s.* from report_state s
            where s.known_on = :knownOn and s.followed_on is null and s.status = 'ACCEPTED'
            """ + COUNTS)
    Optional<ReportState> acceptedOn(long knownOn);

    /**
     * One page of reports as they were known, the newest month first.
     *
     * @param centers null: of all
     */
    default Page<ReportState> page(Viewpoint from, ReportSearch asked, Collection<Integer> centers, PageRequest page) {
        // Up to a point nothing becomes known any more: a total that was counted a moment ago is still exact.
        return search(from, asked, centers)
                .amongMillions(List.of(from, asked), ReportState_.knownOn)
                .page(
                        page,
                        Map.of(),
                        Order.desc(ReportState_.month),
                        Order.asc(ReportState_.centerId),
                        Order.asc(ReportState_.knownOn));
    }

    /** So many of them at most, by month and center. */
    default List<ReportState> some(Viewpoint from, ReportSearch asked, Collection<Integer> centers, int most) {
        return search(from, asked, centers)
                .list(0, most, Order.asc(ReportState_.month), Order.asc(ReportState_.centerId));
    }

    /** Reports as they were known at that point. */
    default Search<ReportState> search(Viewpoint from, ReportSearch asked, Collection<Integer> centers) {
        long knownOn = from.knownOn();
        Search<ReportState> search = new Search<>(session(), ReportState.class)
                .equal(ReportState_.organisationId, from.scope())
                .in(ReportState_.centerId, centers)
                .equal(
                        ReportState_.month,
                        asked.month() == null ? null : asked.month().atDay(1))
                .equal(ReportState_.status, asked.status())
                .equal(ReportState_.province, asked.province())
                .equal(ReportState_.hubId, asked.hubId())
                .upTo(ReportState_.knownOn, knownOn)
                .where((b, state) -> b.or(
                        b.isNull(state.get(ReportState_.followedOn)),
                        b.greaterThan(state.get(ReportState_.followedOn), knownOn)));
        // Without merges none are looked for: PostgreSQL plans for some in a table that it never counted.
        return !from.once()
                ? search
                : search.unless(
                        OutrankedReport.class,
                        (b, state, outranked) -> b.and(
                                b.equal(outranked.get(OutrankedReport_.knownOn), state.get(ReportState_.knownOn)),
                                b.equal(outranked.get(OutrankedReport_.centerId), state.get(ReportState_.centerId)),
                                b.equal(outranked.get(OutrankedReport_.month), state.get(ReportState_.month)),
                                b.lessThanOrEqualTo(outranked.get(OutrankedReport_.fromPoint), knownOn),
                                b.or(
                                        b.isNull(outranked.get(OutrankedReport_.untilPoint)),
                                        b.greaterThan(outranked.get(OutrankedReport_.untilPoint), knownOn))));
    }
}
