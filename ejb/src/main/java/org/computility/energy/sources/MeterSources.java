package org.computility.energy.sources;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code meter_source}. */
interface MeterSources {

    StatelessSession session();

    @Find
    Optional<MeterSource> find(String meterCode);

    /** Locked until the transaction ends. */
    @SQL("select * from meter_source where meter_code = :meterCode for no key update")
    Optional<MeterSource> lock(String meterCode);

    @SQL("select * from meter_source where meter_code = any(:meterCodes) order by meter_code")
    List<MeterSource> some(String[] meterCodes);

    @HQL("delete from MeterSource where meterCode = :meterCode")
    int remove(String meterCode);

    /** Forgets the secrets of its device. */
    @SQL("""
            update meter_source set sealed_community = null, sealed_auth_password = null, sealed_priv_password = null
            where meter_code = :meterCode
            """)
    int wipeSecrets(String meterCode);

    /**
     * Gives this server the meters in service that are due at some devices, the longest due first; all of a device together, so that it is
     * asked once. Nobody else gets them for two minutes, or their interval, unless they have been read by then.
     */
    @SQL("""
            with devices as (
                select s.protocol, coalesce(s.host, s.node_code) as place, coalesce(s.port, 0) as port, min(s.due_at) as first
                from meter_source s
                join energy_meter m on m.code = s.meter_code
                where s.due_at <= :now and m.retired_at is null
                group by 1, 2, 3 order by first limit :most),
            due as (
                select s.meter_code from meter_source s
                join devices d on d.protocol = s.protocol and d.place = coalesce(s.host, s.node_code)
                    and d.port = coalesce(s.port, 0)
                join energy_meter m on m.code = s.meter_code
                where s.due_at <= :now and m.retired_at is null
                order by s.meter_code for no key update of s skip locked),
            claimed as (
                update meter_source s set due_at = cast(:now as timestamptz) + greatest(s.interval_seconds, 120) * interval '1 second'
                from due where s.meter_code = due.meter_code returning s.meter_code)
            select meter_code from claimed
            """)
    List<String> claimDue(Instant now, int most);

    /**
     * Notes why there was no reading, unless the source is another one by now.
     *
     * @param gap whether the device showed a power that could not be taken: what it used since the last look stays unknown
     */
    @SQL("""
            update meter_source set tried_at = :now, failure = :failure, failed_since = coalesce(failed_since, :now),
                power = case when :gap then null else power end,
                due_at = cast(:now as timestamptz) + interval_seconds * interval '1 second'
            where meter_code = :meterCode and set_at = :setAt
            """)
    int failed(String meterCode, Instant setAt, String failure, boolean gap, Instant now);
}
