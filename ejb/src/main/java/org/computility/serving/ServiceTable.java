package org.computility.serving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.connector.LoadedService;
import org.computility.shared.database.Sql;

/** The rows of {@code algorithm_service}. */
final class ServiceTable {

    private static final String FOUND =
            " from algorithm_service where compute_code = ? and (?::text is null or status = ?::text)"
                    + " and (?::text is null or package_id = ?::text)";

    private final Sql sql;

    ServiceTable(DataSource database) {
        this.sql = new Sql(database);
    }

    void insert(NewService service, Instant now) {
        sql.update(
                """
                insert into algorithm_service (id, organisation_id, compute_code, package_id, status, env, license_file,
                    replicas, slots, algo_def_codes, created_at, changed_at)
                values (?, ?, ?, ?, 'INIT', ?::jsonb, ?, ?, ?, ?, ?, ?)
                """,
                service.id(),
                service.organisationId(),
                service.computeCode(),
                service.packageId(),
                EnvCodec.json(service.env()),
                service.licenseFile(),
                service.replicas(),
                service.slots(),
                service.algoDefCodes().toArray(new String[0]),
                now,
                now);
    }

    boolean delete(UUID id) {
        return sql.update("delete from algorithm_service where id = ?", id) == 1;
    }

    List<UUID> deleteAllOf(String computeCode) {
        return sql.list(
                "delete from algorithm_service where compute_code = ? returning id",
                row -> Sql.uuid(row, "id"),
                computeCode);
    }

    List<ServiceView> page(ServiceSearch search) {
        return sql.list(
                "select *" + FOUND + " order by created_at desc, id limit ? offset ?",
                ServiceTable::view,
                search.computeCode(),
                search.status(),
                search.status(),
                search.packageId(),
                search.packageId(),
                search.size(),
                (long) (search.number() - 1) * search.size());
    }

    long total(ServiceSearch search) {
        return sql.number(
                "select count(*)" + FOUND,
                search.computeCode(),
                search.status(),
                search.status(),
                search.packageId(),
                search.packageId());
    }

    /** Services of a node, all of them or those of one package, newest first. */
    List<ServiceView> of(String computeCode, String packageId) {
        return sql.list(
                "select * from algorithm_service where compute_code = ? and (?::text is null or package_id = ?::text)"
                        + " order by created_at desc, id",
                ServiceTable::view,
                computeCode,
                packageId,
                packageId);
    }

    Optional<Set<String>> algoDefCodes(UUID id, UUID organisationId) {
        return sql.first(
                "select algo_def_codes from algorithm_service where id = ? and organisation_id = ?",
                row -> Set.of((String[]) row.getArray("algo_def_codes").getArray()),
                id,
                organisationId);
    }

    /** Services of a package, on one node or (null) on all, locked in a fixed order until the transaction ends. */
    List<ServiceView> lock(String packageId, String computeCode) {
        return sql.list(
                "select * from algorithm_service where package_id = ? and (?::text is null or compute_code = ?::text)"
                        + " order by id for update",
                ServiceTable::view,
                packageId,
                computeCode,
                computeCode);
    }

    /** Takes over what a node reports about its services; those it does not report stay as they are. */
    int report(String computeCode, List<LoadedService> reported, Instant now) {
        List<LoadedService> ours =
                reported.stream().filter(service -> isUuid(service.serviceId())).toList();
        return sql.update(
                """
                update algorithm_service s set status = r.status, message = r.message, xpu_type = r.xpu_type, changed_at = ?
                from (select unnest(?::uuid[]) id, unnest(?) status, unnest(?) message, unnest(?) xpu_type) r
                where s.id = r.id and s.compute_code = ?
                  and (s.status, s.message, s.xpu_type) is distinct from (r.status, r.message, r.xpu_type)
                """,
                now,
                ours.stream().map(LoadedService::serviceId).toArray(String[]::new),
                ours.stream()
                        .map(service -> ServiceState.reported(service.status()).name())
                        .toArray(String[]::new),
                ours.stream().map(LoadedService::message).toArray(String[]::new),
                ours.stream().map(LoadedService::xpuType).toArray(String[]::new),
                computeCode);
    }

    /** All services of a silent node, nobody knows how they are. */
    void unknown(String computeCode, Instant now) {
        sql.update(
                "update algorithm_service set status = 'UNSPECIFIED', changed_at = ? where compute_code = ?",
                now,
                computeCode);
    }

    /** Running services for these capabilities, overloaded ones included, locked in a fixed order until the transaction ends. */
    List<ServiceRoom> lockRunning(UUID organisationId, String... algoDefCodes) {
        return sql.list(
                """
                select id, organisation_id, compute_code, algo_def_codes, slots, status = 'OVERLOAD' as overloaded
                from algorithm_service
                where organisation_id = ? and algo_def_codes && ? and status in ('RUNNING', 'OVERLOAD')
                order by id for update
                """,
                row -> new ServiceRoom(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "organisation_id"),
                        row.getString("compute_code"),
                        Set.of((String[]) row.getArray("algo_def_codes").getArray()),
                        row.getInt("slots"),
                        row.getBoolean("overloaded")),
                organisationId,
                algoDefCodes);
    }

    static boolean isUuid(String text) {
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private static ServiceView view(ResultSet row) throws SQLException {
        return new ServiceView(
                row.getString("id"),
                row.getString("package_id"),
                row.getString("compute_code"),
                ServiceState.valueOf(row.getString("status")),
                row.getString("message"),
                EnvCodec.items(row.getString("env")),
                row.getInt("replicas"),
                row.getString("xpu_type"),
                Sql.instant(row, "created_at"));
    }
}
