package org.computility.federation.books;

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

/** Reports as they stand, and the rows of {@code book_comparison} and {@code book_finding}. */
interface Books {

    StatelessSession session();

    /** An organisation's reports, by month and center. */
    @SQL("""
            select center_id, to_char(month, 'YYYY-MM') as month, hash, known_on from report_state
            where organisation_id = :organisationId and followed_on is null
            order by report_state.month, center_id
            """)
    List<ReportEntry> all(UUID organisationId);

    /** The same of one month, which is {@code 2026-10}. */
    @SQL("""
            select center_id, to_char(month, 'YYYY-MM') as month, hash, known_on from report_state
            where organisation_id = :organisationId and followed_on is null
              and month = to_date(:month, 'YYYY-MM')
            order by center_id
            """)
    List<ReportEntry> ofMonth(UUID organisationId, String month);

    /**
     * What ought to stand above: of each report the state that was accepted last, unless another followed it before it was told.
     */
    @SQL("""
            select distinct on (s.center_id, s.month) s.center_id, c.upper_center_id,
                to_char(s.month, 'YYYY-MM') as month, s.hash, s.known_on, p.outcome, p.upper_known_on
            from report_state s
                left join pushed_report p on p.upper_id = :upperId and p.known_on = s.known_on
                left join pushed_center c on c.upper_id = :upperId and c.center_id = s.center_id
            where s.status = 'ACCEPTED' and (s.followed_on is null or p.outcome not in ('REFUSED', 'ASIDE'))
            order by s.center_id, s.month, s.known_on desc
            """)
    List<OwnEntry> own(int upperId);

    @HQL("where upperId = :upperId")
    Optional<BookComparison> comparison(int upperId);

    @SQL("delete from book_comparison where upper_id = :upperId")
    int forgetComparison(int upperId);

    @SQL("delete from book_finding where upper_id = :upperId")
    int forgetFindings(int upperId);

    /** One page of them, the earliest month first. */
    default Page<BookFinding> page(int upperId, FindingKind kind, PageRequest page) {
        return new Search<>(session(), BookFinding.class)
                .equal(BookFinding_.upperId, upperId)
                .equal(BookFinding_.kind, kind)
                .page(
                        page,
                        Map.of(),
                        Order.asc(BookFinding_.month),
                        Order.asc(BookFinding_.upperCenterId),
                        Order.asc(BookFinding_.id));
    }
}
