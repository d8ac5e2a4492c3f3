package org.computility.reporting.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code center_pair}. */
interface CenterPairs {

    String FACTS = """
            b.id, b.name, p.name as province_name, b.city, cast(b.longitude as double precision) as longitude,
            cast(b.latitude as double precision) as latitude, b.type, cast(b.production_date as text) as production_date
            """;

    String OTHERS = "and b.organisation_id <> a.organisation_id and (not cast(:earlier as boolean) or b.id < a.id) ";

    StatelessSession session();

    @Find
    Optional<CenterPair> find(Integer id);

    /** Locked until the transaction ends. */
    @SQL("select * from center_pair where id = :id for no key update")
    Optional<CenterPair> lock(int id);

    /** These centers themselves. */
    @SQL("select b.id as of_id, " + FACTS + """
            from reported_center b join monitoring_place p on p.code = b.province where b.id = any(:ids)
            """)
    List<CandidateRow> facts(Integer[] ids);

    /**
     * What others report of the same prefecture, or of up to ten kilometres around.
     *
     * @param earlier only what was reported before each of them
     */
    @SQL("select a.id as of_id, " + FACTS + """
            from reported_center a join reported_center b on left(b.city, 4) = left(a.city, 4)
            join monitoring_place p on p.code = b.province where a.id = any(:ids)
            """ + OTHERS + "union select a.id as of_id, " + FACTS + """
            from reported_center a join reported_center b
                on b.latitude between a.latitude - 0.1 and a.latitude + 0.1
                and b.longitude between a.longitude - 0.1 and a.longitude + 0.1
            join monitoring_place p on p.code = b.province where a.id = any(:ids)
            """ + OTHERS)
    List<CandidateRow> candidates(Integer[] ids, boolean earlier);

    /** Keeps what was found; what people decided stays. */
    @SQL("""
            insert into center_pair
                (version, first_id, second_id, state, verdict, score, name_likeness, parts, metres, city, type, date, found_at)
            select 0, f.first_id, f.second_id,
                case when exists (select from center_merge m
                    where m.undone_on is null and m.merged_id in (f.first_id, f.second_id)) then 'ASIDE' else 'OPEN' end,
                f.verdict, f.score, f.name_likeness, f.parts, f.metres, f.city, f.type, f.date, :now
            from unnest(:firsts, :seconds, :verdicts, :scores, :names, :parts, :metres, :cities, :types, :dates)
                f (first_id, second_id, verdict, score, name_likeness, parts, metres, city, type, date)
            order by f.first_id, f.second_id
            on conflict (first_id, second_id) do update set version = center_pair.version + 1,
                verdict = excluded.verdict, score = excluded.score, name_likeness = excluded.name_likeness,
                parts = excluded.parts, metres = excluded.metres, city = excluded.city, type = excluded.type,
                date = excluded.date, found_at = excluded.found_at
            where center_pair.state in ('OPEN', 'ASIDE')
            """)
    int keep(
            Integer[] firsts,
            Integer[] seconds,
            String[] verdicts,
            Double[] scores,
            Double[] names,
            String[] parts,
            Integer[] metres,
            String[] cities,
            String[] types,
            String[] dates,
            Instant now);

    /**
     * Undecided pairs of these centers that are not among what was found now.
     *
     * @param earlier only pairs with what was reported before each of them
     */
    @SQL("""
            delete from center_pair p where p.state in ('OPEN', 'ASIDE')
              and (p.second_id = any(:ids) or not cast(:earlier as boolean) and p.first_id = any(:ids))
              and not exists (select from unnest(:firsts, :seconds) f (first_id, second_id)
                where f.first_id = p.first_id and f.second_id = p.second_id)
            """)
    int forget(Integer[] ids, boolean earlier, Integer[] firsts, Integer[] seconds);

    /** Undecided pairs of that center, which counts as another now, wait. */
    @SQL("""
            update center_pair set state = 'ASIDE', version = version + 1
            where state = 'OPEN' and (first_id = :centerId or second_id = :centerId)
            """)
    int putAside(int centerId);

    /** Pairs of that center that waited are to be decided again, unless their other one counts as another still. */
    @SQL("""
            update center_pair p set state = 'OPEN', version = version + 1
            where p.state = 'ASIDE' and (p.first_id = :centerId or p.second_id = :centerId)
              and not exists (select from center_merge m
                where m.undone_on is null and m.merged_id in (p.first_id, p.second_id))
            """)
    int bringBack(int centerId);

    /** The next centers behind that id. */
    @SQL("select id from reported_center where id > :behind order by id limit :most")
    List<Integer> centersBehind(int behind, int most);

    @SQL("select count(*) from reported_center where id <= :upTo")
    long countCenters(int upTo);

    /** Undecided pairs of these centers with earlier ones of which all agrees. */
    @SQL("""
            select id from center_pair
            where second_id = any(:ids) and state = 'OPEN' and verdict = 'SAME' order by score desc, id
            """)
    List<Integer> same(Integer[] ids);

    @SQL("""
            select count(*) filter (where state = 'OPEN' and verdict = 'SAME'),
                count(*) filter (where state = 'OPEN' and verdict = 'DOUBTFUL'),
                count(*) filter (where state = 'MERGED') from center_pair
            """)
    PairCounts counts();

    /** One page, what speaks most for one center first. */
    default Page<CenterPair> page(PairSearch asked, PageRequest page) {
        Search<CenterPair> search = new Search<>(session(), CenterPair.class)
                .equal(CenterPair_.state, asked.state())
                .equal(CenterPair_.verdict, asked.verdict());
        if (asked.centerId() != null) {
            search.where((b, pair) -> b.or(
                    b.equal(pair.get(CenterPair_.firstId), asked.centerId()),
                    b.equal(pair.get(CenterPair_.secondId), asked.centerId())));
        }
        return search.page(page, Map.of(), Order.desc(CenterPair_.score), Order.asc(CenterPair_.id));
    }
}
