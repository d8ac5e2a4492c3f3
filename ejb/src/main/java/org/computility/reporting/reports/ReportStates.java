package org.computility.reporting.reports;

import java.time.LocalDate;
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
    @SQL("select coalesce(max(known_on), 0) from report_state")
    long newestPoint();

    /** The newest state of a report. */
    @HQL("where centerId = :centerId and month = :month and followedOn is null")
    Optional<ReportState> newest(int centerId, LocalDate month);

    /** What somebody last reported, whatever was decided about it. */
    @HQL("""
            where centerId = :centerId and month = :month and deed = 'SUBMISSION' order by knownOn desc limit 1
            """)
    Optional<ReportState> lastReported(int centerId, LocalDate month);

    /** A report as it was known. */
    @HQL("""
            where centerId = :centerId and month = :month and knownOn <= :knownOn
              and (followedOn is null or followedOn > :knownOn)
            """)
    Optional<ReportState> at(int centerId, LocalDate month, long knownOn);

    /** The states that came about behind the first point and up to the second, the first first. */
    @HQL("""
            where centerId = :centerId and month = :month and knownOn > :behind and knownOn <= :upTo
            order by knownOn
            """)
    List<ReportState> between(int centerId, LocalDate month, long behind, long upTo);

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

    /** Accepted states behind a point that none followed, in their order. */
    @SQL("""
            select * from report_state
            where known_on > :behind and followed_on is null and status = 'ACCEPTED'
            order by known_on limit :most
            """)
    List<ReportState> acceptedBehind(long behind, int most);

    @HQL("where knownOn = :knownOn and followedOn is null and status = 'ACCEPTED'")
    Optional<ReportState> acceptedOn(long knownOn);

    /** The newest state of a report is followed by that of this point. */
    @SQL("""
            update report_state set followed_on = :knownOn
            where center_id = :centerId and month = :month and followed_on is null
            """)
    int follow(int centerId, LocalDate month, long knownOn);

    /** One page of reports as they were known, the newest month first. */
    default Page<ReportState> page(UUID scope, ReportSearch asked, long knownOn, PageRequest page) {
        return search(scope, asked, knownOn)
                .page(
                        page,
                        Map.of(),
                        Order.desc(ReportState_.month),
                        Order.asc(ReportState_.centerId),
                        Order.asc(ReportState_.knownOn));
    }

    /** So many of them at most, by month and center. */
    default List<ReportState> some(UUID scope, ReportSearch asked, long knownOn, int most) {
        return search(scope, asked, knownOn)
                .list(0, most, Order.asc(ReportState_.month), Order.asc(ReportState_.centerId));
    }

    /** Reports as they were known at that point. */
    default Search<ReportState> search(UUID scope, ReportSearch asked, long knownOn) {
        return new Search<>(session(), ReportState.class)
                .equal(ReportState_.organisationId, scope)
                .equal(ReportState_.centerId, asked.centerId())
                .equal(
                        ReportState_.month,
                        asked.month() == null ? null : asked.month().atDay(1))
                .equal(ReportState_.status, asked.status())
                .upTo(ReportState_.knownOn, knownOn)
                .where((b, state) -> b.or(
                        b.isNull(state.get(ReportState_.followedOn)),
                        b.greaterThan(state.get(ReportState_.followedOn), knownOn)));
    }
}
