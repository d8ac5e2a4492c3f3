package org.computility.licensing.offline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.shared.database.Columns;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code licence_file} and, with each, of {@code licence_ability}. */
interface LicenceFiles {

    /** A row of {@code licence_ability}. */
    record AbilityRow(int licenceNumber, String algoDefCode, int quota) {

        AbilityQuota ability() {
            return new AbilityQuota(algoDefCode, quota);
        }
    }

    StatelessSession session();

    /** @param organisationId whose; null: whosever */
    @HQL("where number = :number and (:organisationId is null or organisationId = :organisationId)")
    Optional<LicenceFile> find(int number, UUID organisationId);

    /** Keeps other imports of these bytes waiting until the transaction ends: whether the licence is there must be seen first. */
    @SQL(
            "select cast(pg_advisory_xact_lock(hashtextextended(cast(:organisationId as text) || :sha256, 65006)) as text)")
    String lock(UUID organisationId, String sha256);

    /** The files of these bytes for this device, or for every device where none is named, the newest first. */
    @HQL("""
        where organisationId = :organisationId and sha256 = :sha256 and provider = :provider
          and deviceId is not distinct from :deviceId
        order by number desc
        """)
    List<LicenceFile> alike(UUID organisationId, String sha256, String provider, String deviceId);

    /** The newest for this device, else the newest for every device. */
    @HQL("""
        where organisationId = :organisationId and provider = :provider
          and (deviceId = :deviceId or deviceId is null)
        order by deviceId nulls last, number desc limit 1
        """)
    Optional<LicenceFile> forDevice(UUID organisationId, String provider, String deviceId);

    /** The files that a search asks for, the newest first. The answer has no pages: it is one statement. */
    default List<LicenceFile> search(LicenceSearch search, UUID organisationId) {
        return new Search<>(session(), LicenceFile.class)
                .equal(LicenceFile_.organisationId, organisationId)
                .equal(LicenceFile_.provider, search.provider())
                .from(LicenceFile_.createdAt, search.createdFrom())
                .before(LicenceFile_.createdAt, search.createdBefore())
                .all(Order.desc(LicenceFile_.number));
    }

    /** What these files allow, in the order in which it came. */
    @SQL("""
        select licence_number, algo_def_code, quota from licence_ability
        where licence_number = any(:licenceNumbers) order by licence_number, position
        """)
    List<AbilityRow> abilitiesOf(Integer[] licenceNumbers);

    default void allow(int licenceNumber, List<AbilityQuota> abilities) {
        allow(
                licenceNumber,
                Columns.of(abilities, AbilityQuota::algoDefCode, String[]::new),
                Columns.of(abilities, AbilityQuota::quota, Integer[]::new),
                IntStream.range(0, abilities.size()).boxed().toArray(Integer[]::new));
    }

    @SQL("""
        insert into licence_ability (licence_number, algo_def_code, quota, position)
        select :licenceNumber, a.code, a.quota, a.position
        from unnest(:algoDefCodes, :quotas, :positions) a (code, quota, position)
        """)
    int allow(int licenceNumber, String[] algoDefCodes, Integer[] quotas, Integer[] positions);

    /** Which of these SHA-256 name the bytes of a licence file. */
    @SQL("select distinct sha256 from licence_file where sha256 = any(:sha256s)")
    List<String> contentsAmong(String[] sha256s);
}
