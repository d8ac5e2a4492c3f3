package org.computility.federation.push;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code pushed_center} and {@code pushed_report}. */
interface Pushes {

    StatelessSession session();

    @HQL("where upperId = :upperId and centerId = :centerId")
    Optional<PushedCenter> center(int upperId, int centerId);

    @HQL("where upperId = :upperId and knownOn = :knownOn")
    Optional<PushedReport> report(int upperId, long knownOn);

    /** The newest point of knowledge that this platform was told; 0 before the first. */
    @SQL("select coalesce(max(known_on), 0) from pushed_report where upper_id = :upperId")
    long toldUpTo(int upperId);

    /** The center that is called so there. */
    @HQL("where upperId = :upperId and upperCenterId = :upperCenterId")
    Optional<PushedCenter> called(int upperId, int upperCenterId);

    /** These were taken, and are there no more. */
    @SQL("""
            update pushed_report set outcome = 'LOST'
            where upper_id = :upperId and known_on = any(:points) and outcome not in ('REFUSED', 'ASIDE')
            """)
    int lost(int upperId, Long[] points);

    /**
     * Points behind that one whose states were refused, put aside or lost, or are not what was told last of the center that they
     * count for now, because another report came first, or centers were merged or parted since; and that no other followed, in their
     * order.
     */
    @SQL("""
            with own as (
                select s.known_on, coalesce((select m.kept_id from center_merge m
                    where m.merged_id = s.center_id and m.undone_on is null), s.center_id) as center_id
                from report_state s
                where s.followed_on is null and s.status = 'ACCEPTED' and s.known_on > :behind
                  and s.center_id in (select kept_id from center_merge union select merged_id from center_merge)
                  and s.known_on <= (select coalesce(max(known_on), 0) from pushed_report where upper_id = :upperId))
            select p.known_on from pushed_report p
                join report_state s on s.known_on = p.known_on and s.followed_on is null and s.status = 'ACCEPTED'
            where p.upper_id = :upperId and p.outcome in ('REFUSED', 'ASIDE', 'LOST') and p.known_on > :behind
              and not exists (select from report_outranked o where o.known_on = p.known_on and o.until_point is null)
            union
            select own.known_on from own
            where not exists (select from report_outranked o where o.known_on = own.known_on and o.until_point is null)
              and not exists (select from pushed_report p where p.upper_id = :upperId and p.known_on = own.known_on
                and coalesce(p.told_as, p.center_id) = own.center_id
                and not exists (select from pushed_report l where l.upper_id = p.upper_id and l.month = p.month
                    and coalesce(l.told_as, l.center_id) = own.center_id and l.outcome not in ('REFUSED', 'ASIDE', 'LOST')
                    and l.told_at > p.told_at))
            order by known_on limit :most
            """)
    List<Long> left(int upperId, long behind, int most);

    /** One page of what that platform was told, the newest point first. */
    default Page<PushedReport> page(int upperId, PushSearch asked, PageRequest page) {
        return new Search<>(session(), PushedReport.class)
                .equal(PushedReport_.upperId, upperId)
                .equal(PushedReport_.centerId, asked.centerId())
                .equal(
                        PushedReport_.month,
                        asked.month() == null ? null : asked.month().atDay(1))
                .equal(PushedReport_.outcome, asked.outcome())
                .page(page, Map.of(), Order.desc(PushedReport_.knownOn), Order.desc(PushedReport_.id));
    }
}
