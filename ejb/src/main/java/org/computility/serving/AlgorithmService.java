package org.computility.serving;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.connector.accelerator.LoadedService;
import org.computility.shared.UuidText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A package that is, or is being, loaded on a node. */
@Entity
@Table(name = "algorithm_service")
class AlgorithmService {

    static final String LEAVING = "It is being unloaded and takes no more tasks.";

    @Id
    private UUID id;

    private UUID organisationId;

    private String computeCode;

    private String packageId;

    @Enumerated(EnumType.STRING)
    private ServiceState status;

    private String message;

    @Convert(converter = EnvColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<EnvItem> env;

    private String licenseFile;

    private int replicas;
    private int slots;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> algoDefCodes;

    private String xpuType;

    /** When others see to it that it is unloaded; null: it stays. */
    private Instant leavingUntil;

    private Instant createdAt;

    @Column
    private Instant changedAt;

    protected AlgorithmService() {}

    static AlgorithmService open(AllowedService service, Instant now) {
        AlgorithmService opened = new AlgorithmService();
        opened.id = service.id();
        opened.organisationId = service.organisationId();
        opened.computeCode = service.computeCode();
        opened.packageId = service.packageId();
        opened.status = ServiceState.INIT;
        opened.env = service.env();
        opened.licenseFile = service.licenseFile();
        opened.replicas = service.replicas();
        opened.slots = service.slots();
        opened.algoDefCodes = Set.copyOf(service.algoDefCodes());
        opened.createdAt = now;
        opened.changedAt = now;
        return opened;
    }

    /** Services have UUIDs; anything else on a node is a stranger's. */
    static boolean isOurs(LoadedService reported) {
        return UuidText.isOne(reported.serviceId());
    }

    Set<String> algoDefCodes() {
        return algoDefCodes;
    }

    ServiceRoom room() {
        return new ServiceRoom(id, organisationId, computeCode, algoDefCodes, slots, status == ServiceState.OVERLOAD);
    }

    /** As it was loaded. */
    AllowedService allowed() {
        return new AllowedService(
                id,
                organisationId,
                computeCode,
                packageId,
                env,
                licenseFile,
                replicas,
                slots,
                algoDefCodes.stream().sorted().toList());
    }

    LoadedState loaded() {
        return new LoadedState(allowed(), status, leavingUntil != null);
    }

    ServiceKeeping.Standing standing() {
        return new ServiceKeeping.Standing(room(), loaded().runs());
    }

    ServiceView view() {
        return new ServiceView(
                id.toString(),
                packageId,
                computeCode,
                status,
                leavingUntil == null ? message : LEAVING,
                shown(env),
                replicas,
                xpuType,
                createdAt);
    }

    private static List<ServiceView.Env> shown(List<EnvItem> env) {
        return env.stream()
                .map(item -> new ServiceView.Env(item.name(), item.value()))
                .toList();
    }
}
