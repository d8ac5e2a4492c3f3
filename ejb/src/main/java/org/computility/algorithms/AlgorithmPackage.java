package org.computility.algorithms;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.algopackage.AlgoPackage;
import org.computility.datasets.StoredContent;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An imported algorithm package; its bytes lie in the content store under their SHA-256. */
@Entity
@Table(name = "algorithm_package")
class AlgorithmPackage {

    @Id
    private String id;

    private String name;
    private String version;
    private String type;
    private String provider;

    private UUID organisationId;

    private long size;
    private String md5;
    private String sha256;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> accelerators;

    @JdbcTypeCode(SqlTypes.JSON)
    private String env;

    private int streamsPerReplica;

    private Double replicaMemory;
    private Double replicaXpuMemory;

    private Instant createdAt;

    @Version
    private long lockVersion;

    @OneToMany(mappedBy = "algorithmPackage", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("code")
    private List<Capability> capabilities = new ArrayList<>();

    protected AlgorithmPackage() {}

    AlgorithmPackage(String id, UUID organisationId, Instant now) {
        this.id = id;
        this.organisationId = organisationId;
        this.createdAt = now;
    }

    /**
     * Takes over what an import brought. A capability that the package had before keeps its status. With other bytes it
     * is untested again: nobody has tried them.
     *
     * @param moving capabilities of other packages that belong to this one from now on
     */
    void take(AlgoPackage described, StoredContent content, List<Capability> moving, Instant now) {
        boolean otherBytes = !content.sha256().equals(sha256);
        name = described.name();
        version = described.version();
        type = described.type().code();
        provider = described.provider();
        size = content.size();
        md5 = content.md5();
        sha256 = content.sha256();
        accelerators = described.accelerators();
        env = PackageJson.env(described.env());
        streamsPerReplica = described.streamsPerReplica();
        replicaMemory = described.resources().memory();
        replicaXpuMemory = described.resources().xpuMemory();
        moving.forEach(capability -> {
            capability.moveTo(this, now);
            capabilities.add(capability);
        });
        takeCapabilities(described.capabilities(), otherBytes, now);
    }

    private void takeCapabilities(
            List<org.computility.algopackage.Capability> described, boolean otherBytes, Instant now) {
        Map<String, Capability> before =
                capabilities.stream().collect(Collectors.toMap(Capability::code, Function.identity()));
        capabilities.removeIf(
                old -> described.stream().noneMatch(fresh -> fresh.code().equals(old.code())));
        for (org.computility.algopackage.Capability fresh : described) {
            Capability capability = before.get(fresh.code());
            if (capability == null) {
                capability = new Capability(this, fresh.code(), now);
                capabilities.add(capability);
            }
            capability.describe(fresh);
            if (otherBytes) {
                capability.reset(now);
            }
        }
    }

    String id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    StoredContent content() {
        return new StoredContent(sha256, md5, size);
    }

    ReplicaNeeds replicaNeeds() {
        return new ReplicaNeeds(replicaMemory, replicaXpuMemory);
    }

    String provider() {
        return provider;
    }

    String version() {
        return version;
    }

    AlgoFilePackageView standardView() {
        return new AlgoFilePackageView(name, type, version, id, provider, createdAt);
    }

    PackageView view() {
        return new PackageView(
                id,
                name,
                version,
                type,
                provider,
                organisationId,
                size,
                md5,
                PackageJson.readEnv(env),
                accelerators,
                streamsPerReplica,
                capabilities.stream().map(Capability::view).toList(),
                createdAt);
    }
}
