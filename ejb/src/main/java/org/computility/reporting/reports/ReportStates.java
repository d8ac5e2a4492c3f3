package org.computility.reporting.reports;

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

    /** Whoever takes a point of knowledge next waits until the transaction ends: points are in the order of commits. */
    @SQL("select cast(pg_advisory_xact_lock(:key) as text)")
    String lockKnowledge(long key);

    @SQL("select nextval('report_knowledge')")
    long nextPoint();

    /** The newest point of knowledge; 0 before the first. */
    @SQL("""
            select greatest(
                (select coalesce(max(known_on), 0) from report_state),
                (select coalesce(greatest(max(merged_on), max(undone_on)), 0) from center_merge))
            """)
    long newestPoint();

    /** The next point of knowledge; the last thing that is waited for. */
    default long takePoint() {
        lockKnowledge(KNOWLEDGE);
        return nextPoint();
    }

    /** The newest state of a report. */
    @HQL("where centerId = :centerId and month = :month and followedOn is null")
    Optional<ReportState> newest(int centerId, LocalDate month);

    /** What somebody last reported, whatever was decided about it. */
    @HQL("""
            where centerId = :centerId and month = :month and deed = 'SUBMISSION' order by knownOn desc limit 1
            """)
    Optional<ReportState> lastReported(int centerId, LocalDate month);

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
              and exists (select from reported_center c where c.id = s.center_id and c.province = any(:provinces))
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

    /** The newest state of a report is followed by that of this point. */
    @SQL("""
            update report_state set followed_on = :knownOn
            where center_id = :centerId and month = :month and followed_on is null
            """)
    int follow(int centerId, LocalDate month, long knownOn);

    /**
     * One page of reports as they were known, the newest month first.
     *
     * @param scope null: of all, and each month of a center once
     * @param centers null: of all
     */
    default Page<ReportState> page(
            UUID scope, ReportSearch asked, Collection<Integer> centers, long knownOn, PageRequest page) {
        return search(scope, asked, centers, knownOn)
                .page(
                        page,
                        Map.of(),
                        Order.desc(ReportState_.month),
                        Order.asc(ReportState_.centerId),
                        Order.asc(ReportState_.knownOn));
    }

    /** So many of them at most, by month and center. */
    default List<ReportState> some(
            UUID scope, ReportSearch asked, Collection<Integer> centers, long knownOn, int most) {
        return search(scope, asked, centers, knownOn)
                .list(0, most, Order.asc(ReportState_.month), Order.asc(ReportState_.centerId));
    }

    /** Reports as they were known at that point. */
    default Search<ReportState> search(UUID scope, ReportSearch asked, Collection<Integer> centers, long knownOn) {
        Search<ReportState> search = new Search<>(session(), ReportState.class)
                .equal(ReportState_.organisationId, scope)
                .in(ReportState_.centerId, centers)
                .equal(
                        ReportState_.month,
                        asked.month() == null ? null : asked.month().atDay(1))
                .equal(ReportState_.status, asked.status())
                .upTo(ReportState_.knownOn, knownOn)
                .where((b, state) -> b.or(
                        b.isNull(state.get(ReportState_.followedOn)),
                        b.greaterThan(state.get(ReportState_.followedOn), knownOn)));
        return scope != null
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
