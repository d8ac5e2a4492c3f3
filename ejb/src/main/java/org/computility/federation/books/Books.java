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
     * What ought to stand above, each month of a center once: the state that counts, if it is accepted, and else the one that was
     * told last. A center that counts as another stands there as that one.
     */
    @SQL("""
            with own as (
                select s.known_on, s.followed_on, s.month, s.hash, coalesce(m.kept_id, s.center_id) as center_id
                from report_state s left join center_merge m on m.merged_id = s.center_id and m.undone_on is null
                where s.status = 'ACCEPTED' and not exists (
                    select from report_outranked o where o.known_on = s.known_on and o.until_point is null))
            select distinct on (own.center_id, own.month) own.center_id, c.upper_center_id,
                to_char(own.month, 'YYYY-MM') as month, own.hash, own.known_on, p.outcome, p.upper_known_on,
                own.followed_on is not null as followed
            from own
                left join pushed_report p on p.upper_id = :upperId and p.known_on = own.known_on
                    and coalesce(p.told_as, p.center_id) = own.center_id
                left join pushed_center c on c.upper_id = :upperId and c.center_id = own.center_id
            where own.followed_on is null or p.outcome not in ('REFUSED', 'ASIDE')
            order by own.center_id, own.month, own.followed_on is not null, p.told_at desc nulls last, own.known_on desc
            """)
    List<OwnEntry> own(int upperId);

    /** What the platform above calls centers that were told as their own, and count, or counted, as others: what stands there stays. */
    @SQL("""
            select distinct c.upper_center_id from pushed_center c join center_merge m on m.merged_id = c.center_id
            where c.upper_id = :upperId and c.upper_center_id is not null
            """)
    List<Integer> merged(int upperId);

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
