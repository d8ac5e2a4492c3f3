package org.computility.energy.readings;

import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code meter_reading}. */
interface Readings {

    StatelessSession session();

    /** Those that were not there; where the instant has a reading already, that stays. In the order of instants, so that two do not wait for each other in a circle. */
    @SQL("""
            insert into meter_reading (meter_code, at, amount, behind_gap, taken_at)
            select :meter, r.at, r.amount, :behindGap, :now from unnest(:instants, :amounts) r (at, amount) order by r.at
            on conflict (meter_code, at) do nothing
            """)
    int add(String meter, Instant[] instants, Long[] amounts, boolean behindGap, Instant now);

    /** Which of those the meter shows otherwise, the first first. */
    @SQL("""
            select m.meter_code, m.at, m.amount, m.behind_gap from unnest(:instants, :amounts) r (at, amount)
            join meter_reading m on m.meter_code = :meter and m.at = r.at
            where m.amount <> r.amount order by m.at limit 1
            """)
    List<Shown> otherwise(String meter, Instant[] instants, Long[] amounts);

    /** Which of those that came with this call stand less than a second beside another, the first first. */
    @SQL("""
            select r.at from unnest(:instants) r (at)
            join meter_reading mine on mine.meter_code = :meter and mine.at = r.at and mine.taken_at = :now
            where exists (select 1 from meter_reading m where m.meter_code = :meter and m.at <> r.at
                and m.at > r.at - interval '1 second' and m.at < r.at + interval '1 second')
            order by r.at limit 1
            """)
    List<Dense> tooDense(String meter, Instant[] instants, Instant now);

    /**
     * Moves the readings of the period, its ends among them, to where they count no longer; how many there were. A gap before one of them
     * is remembered with it: see {@link #around}.
     */
    @SQL("""
            with gone as (
                delete from meter_reading where meter_code = :meter and at >= :from and at <= :to
                returning meter_code, at, amount, behind_gap, taken_at),
            kept as (
            insert into meter_reading_taken_back
                (meter_code, at, amount, behind_gap, taken_at, taken_back_at, taken_back_by, reason)
            select meter_code, at, amount, behind_gap, taken_at, :now, :by, :reason from gone returning 1)
            select count(*) from kept
            """)
    long takeBack(String meter, Instant from, Instant to, String by, String reason, Instant now);

    /** Those of the period, its ends among them, also those taken back; in the order of instants. */
    @SQL("""
            select at, amount, taken_at, cast(null as timestamptz) as taken_back_at, cast(null as text) as taken_back_by,
                cast(null as text) as reason
            from meter_reading where meter_code = :meter and at >= :from and at <= :to
            union all
            select at, amount, taken_at, taken_back_at, taken_back_by, reason
            from meter_reading_taken_back where meter_code = :meter and at >= :from and at <= :to
            order by at, taken_back_at nulls last limit :most
            """)
    List<ShownReading> shown(String meter, Instant from, Instant to, int most);

    /** When each of those meters showed its newest up to then, by code. */
    @SQL("""
            select c.code, n.at from unnest(:meters) c (code)
            cross join lateral (
                select max(r.at) as at from meter_reading r where r.meter_code = c.code and r.at <= :now) n
            where n.at is not null order by c.code
            """)
    List<Newest> newest(String[] meters, Instant now);

    /**
     * The readings of the period, and of each meter the one before and the one behind it; by code and instant. A gap before a reading that
     * was taken back is before the next one that counts, whenever that came, or will come.
     */
    @SQL("""
        with gap as materialized (
            select t.meter_code, n.at from meter_reading_taken_back t
            cross join lateral (
                select min(m.at) as at from meter_reading m where m.meter_code = t.meter_code and m.at >= t.at) n
            where t.meter_code = any(:meters) and t.behind_gap and n.at is not null)
        select r.meter_code, r.at, r.amount,
            r.behind_gap or (r.meter_code, r.at) in (select meter_code, at from gap) as behind_gap
        from unnest(:meters) c (code)
            cross join lateral (
                select max(b.at) as at from meter_reading b where b.meter_code = c.code and b.at <= :from) b
            cross join lateral (
                select min(e.at) as at from meter_reading e where e.meter_code = c.code and e.at >= :to) e
            join meter_reading r on r.meter_code = c.code
              and r.at >= coalesce(b.at, :from) and r.at <= coalesce(e.at, :to)
            order by r.meter_code, r.at
            """)
    List<Shown> around(String[] meters, Instant from, Instant to);

    /** A reading that stands too near to another. */
    record Dense(Instant at) {}

    /** When a meter showed its newest. */
    record Newest(String meter, Instant at) {}

    /** What a meter showed. */
    record Shown(String meter, Instant at, long amount, boolean behindGap) {}
}
