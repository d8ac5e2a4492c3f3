package org.computility.algorithms;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    @Column(name = "organisation_id")
    private UUID organisationId;

    private long size;
    private String md5;
    private String sha256;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> accelerators;

    @JdbcTypeCode(SqlTypes.JSON)
    private String env;

    @Column(name = "streams_per_replica")
    private int streamsPerReplica;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    @OneToMany(mappedBy = "algorithmPackage", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("code")
    private List<Capability> capabilities = new ArrayList<>();

    protected AlgorithmPackage() {}

    String id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    String sha256() {
        return sha256;
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
                EnvJson.read(env),
                accelerators,
                streamsPerReplica,
                capabilities.stream().map(Capability::view).toList(),
                createdAt);
    }
}
