package org.computility.serving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.connector.accelerator.LoadedService;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code algorithm_service}. Whoever locks several of them does so in the order of their IDs. */
interface Services {

    String FOUND = """
        where computeCode = :computeCode and (:status is null or cast(status as String) = :status)
          and (:packageId is null or packageId = :packageId)
        """;

    StatelessSession session();

    @HQL(FOUND + "order by createdAt desc, id")
    SelectionQuery<AlgorithmService> found(String computeCode, String status, String packageId);

    @HQL("select count(*) from AlgorithmService " + FOUND)
    long total(String computeCode, String status, String packageId);

    /** Services of a node, all of them or those of one package, newest first. */
    @HQL("where computeCode = :computeCode and (:packageId is null or packageId = :packageId) order by createdAt"
            + " desc, id")
    List<AlgorithmService> of(String computeCode, String packageId);

    /** What is known of the services of these nodes. */
    @HQL("""
        select id, computeCode, packageId, status, message, xpuType, replicas, changedAt, leavingUntil
        from AlgorithmService
        where computeCode in :computeCodes
        """)
    List<KnownService> known(List<String> computeCodes);

    /** Which of the nodes have a service, or are loading one. */
    @SQL("select distinct compute_code from algorithm_service where compute_code = any(:computeCodes)")
    List<String> nodesOf(String[] computeCodes);

    @HQL("where id = :id and organisationId = :organisationId")
    Optional<AlgorithmService> find(UUID id, UUID organisationId);

    @HQL("where id = :id")
    Optional<AlgorithmService> find(UUID id);

    /** An organisation's services that offer the capability, in whatever state. */
    @SQL("""
        select * from algorithm_service
        where organisation_id = :organisationId and algo_def_codes @> cast(array[:algoDefCode] as text[])
        order by created_at desc, id
        """)
    List<AlgorithmService> offering(UUID organisationId, String algoDefCode);

    /** Changes the number of replicas, unless somebody else has changed it. */
    @HQL("update AlgorithmService set replicas = :replicas, slots = :slots where id = :id and replicas = :before")
    boolean resize(UUID id, int before, int replicas, int slots);

    /** All of an organisation, in whatever state. */
    @HQL("where organisationId = :organisationId order by computeCode, id")
    List<AlgorithmService> ofOrganisation(UUID organisationId);

    /** Services of a package, on one node or (null) on all, locked in a fixed order until the transaction ends. */
    @SQL("""
        select * from algorithm_service
        where package_id = :packageId and (cast(:computeCode as text) is null or compute_code = :computeCode)
        order by id for update
        """)
    List<AlgorithmService> lock(String packageId, String computeCode);

    /** Running services for these capabilities, overloaded ones included and leaving ones not, as they are at this moment. */
    @SQL("""
        select * from algorithm_service
        where organisation_id = :organisationId and algo_def_codes && cast(:algoDefCodes as text[])
          and status in ('RUNNING', 'OVERLOAD') and leaving_until is null
        """)
    List<AlgorithmService> running(UUID organisationId, String[] algoDefCodes);

    /** Those of these that run, locked in the same order as {@link #lockRunning(UUID[], String[])} does. */
    @SQL("""
        select * from algorithm_service where id = any(:ids) and status in ('RUNNING', 'OVERLOAD')
          and leaving_until is null
        order by id for update
        """)
    List<AlgorithmService> lockRunning(UUID[] ids);

    /** Running services for these capabilities, overloaded ones included, locked in a fixed order until the transaction ends. */
    @SQL("""
        select * from algorithm_service
        where organisation_id = any(:organisations) and algo_def_codes && cast(:algoDefCodes as text[])
          and status in ('RUNNING', 'OVERLOAD') and leaving_until is null
        order by id for update
        """)
    List<AlgorithmService> lockRunning(UUID[] organisations, String[] algoDefCodes);

    /** No task gets a place there until {@link #reopen}: it is being unloaded, until that time by whoever closes it. */
    @HQL("update AlgorithmService set leavingUntil = :until where id = :id")
    boolean close(UUID id, Instant until);

    @HQL("update AlgorithmService set leavingUntil = null where id = :id")
    boolean reopen(UUID id);

    /** Answers those that were there. */
    @SQL("""
        with l as (select id from algorithm_service where id = any(:ids) order by id for update),
        gone as (delete from algorithm_service s using l where s.id = l.id returning s.id)
        select id from gone
        """)
    List<UUID> delete(UUID[] ids);

    @SQL("""
        with l as (select id from algorithm_service where compute_code = :computeCode order by id for update),
        gone as (delete from algorithm_service s using l where s.id = l.id returning s.id)
        select id from gone
        """)
    List<UUID> deleteAllOf(String computeCode);

    /** Marks all services of a silent node: nobody knows how they are. */
    @SQL("""
        update algorithm_service s set status = 'UNSPECIFIED', changed_at = :now
        from (select id from algorithm_service where compute_code = :computeCode order by id for update) l
        where s.id = l.id
        """)
    int unknown(String computeCode, Instant now);

    /** Takes over what a node reports about its services; services that the node does not report stay as they are. */
    default int report(String computeCode, List<LoadedService> reported, Instant now) {
        List<LoadedService> ours =
                reported.stream().filter(AlgorithmService::isOurs).toList();
        return report(
                computeCode,
                Columns.of(ours, service -> UUID.fromString(service.serviceId()), UUID[]::new),
                Columns.of(
                        ours, service -> ServiceState.reported(service.status()).name(), String[]::new),
                Columns.of(ours, LoadedService::message, String[]::new),
                Columns.of(ours, LoadedService::xpuType, String[]::new),
                now);
    }

    @SQL("""
        update algorithm_service s set status = r.status, message = r.message, xpu_type = r.xpu_type, changed_at = :now
        from (select o.id, r.status, r.message, r.xpu_type
              from unnest(:ids, :states, :messages, :xpuTypes) r (id, status, message, xpu_type)
                   join algorithm_service o on o.id = r.id
              where o.compute_code = :computeCode
                and (o.status, o.message, o.xpu_type) is distinct from (r.status, r.message, r.xpu_type)
              order by o.id for update of o) r
        where s.id = r.id
        """)
    int report(String computeCode, UUID[] ids, String[] states, String[] messages, String[] xpuTypes, Instant now);

    /** Takes over what comparisons with several nodes found out; what changed since its node was asked stays. */
    default List<UUID> takeOver(List<ServiceKeeping.Report> reports, Instant now) {
        return takeOver(
                Columns.of(reports, ServiceKeeping.Report::computeCode, String[]::new),
                Columns.of(reports, ServiceKeeping.Report::asked, Instant[]::new),
                Columns.of(reports, ServiceKeeping.Report::serviceId, UUID[]::new),
                Columns.of(
                        reports,
                        report ->
                                ServiceState.reported(report.service().status()).name(),
                        String[]::new),
                Columns.of(reports, report -> report.service().message(), String[]::new),
                Columns.of(reports, report -> report.service().xpuType(), String[]::new),
                now);
    }

    /** Rows are locked in a fixed order, the same as when somebody looks for room. */
    @SQL("""
        with changed as (
        update algorithm_service s set status = r.status, message = r.message, xpu_type = r.xpu_type, changed_at = :now
        from (select o.id, r.status, r.message, r.xpu_type
              from unnest(:codes, :asked, :ids, :states, :messages, :xpuTypes)
                       r (compute_code, asked, id, status, message, xpu_type)
                   join algorithm_service o on o.id = r.id and o.compute_code = r.compute_code
              where o.changed_at <= r.asked
              order by o.id for update of o) r
        where s.id = r.id returning s.id)
        select id from changed
        """)
    List<UUID> takeOver(
            String[] codes,
            Instant[] asked,
            UUID[] ids,
            String[] states,
            String[] messages,
            String[] xpuTypes,
            Instant now);
}
