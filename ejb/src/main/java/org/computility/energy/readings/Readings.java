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
            insert into meter_reading (meter_code, at, amount, taken_at)
            select :meter, r.at, r.amount, :now from unnest(:instants, :amounts) r (at, amount) order by r.at
            on conflict (meter_code, at) do nothing
            """)
    int add(String meter, Instant[] instants, Long[] amounts, Instant now);

    /** Which of those the meter shows otherwise, the first first. */
    @SQL("""
            select m.at, m.amount from unnest(:instants, :amounts) r (at, amount)
            join meter_reading m on m.meter_code = :meter and m.at = r.at
            where m.amount <> r.amount order by m.at limit 1
            """)
    List<Reading> otherwise(String meter, Instant[] instants, Long[] amounts);

    /** When each of those meters showed its newest up to then, by code. */
    @SQL("""
            select c.code, n.at from unnest(:meters) c (code)
            cross join lateral (
                select max(r.at) as at from meter_reading r where r.meter_code = c.code and r.at <= :now) n
            where n.at is not null order by c.code
            """)
    List<Newest> newest(String[] meters, Instant now);

    /** The readings of the period, and of each meter the one before and the one behind it; by code and instant. */
    @SQL("""
            select r.meter_code, r.at, r.amount from unnest(:meters) c (code)
            cross join lateral (
                select max(b.at) as at from meter_reading b where b.meter_code = c.code and b.at <= :from) b
            cross join lateral (
                select min(e.at) as at from meter_reading e where e.meter_code = c.code and e.at >= :to) e
            join meter_reading r on r.meter_code = c.code
              and r.at >= coalesce(b.at, :from) and r.at <= coalesce(e.at, :to)
            order by r.meter_code, r.at
            """)
    List<Shown> around(String[] meters, Instant from, Instant to);

    /** When a meter showed its newest. */
    record Newest(String meter, Instant at) {}

    /** What a meter showed. */
    record Shown(String meter, Instant at, long amount) {}
}
