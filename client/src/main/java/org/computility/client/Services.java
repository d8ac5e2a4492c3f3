package org.computility.client;

import static org.computility.client.wire.Transport.segment;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;

/** Algorithm services (T/BAX 0006.5 F.5 to F.8). */
public final class Services {

    private static final String PATH = "/ACSMP/AlgoServices/Devices";

    private final Transport transport;

    Services(Transport transport) {
        this.transport = transport;
    }

    /** Table F.7. */
    public record EnvItem(
            @JsonbProperty("Name") String name,
            @JsonbProperty("Value") String value) {}

    /** Table F.6; {@code licenseFile} may be null. */
    public record Load(
            @JsonbProperty("AlgoFilePackageID") String packageId,
            @JsonbProperty("ComputilityCode") String computeCode,
            @JsonbProperty("Env") List<EnvItem> env,
            @JsonbProperty("LicenseFile") String licenseFile,
            @JsonbProperty("Replicas") int replicas) {}

    /** Table F.9; without a service, all services of the package on the node. */
    public record Unload(
            @JsonbProperty("AlgoFilePackageID") String packageId,
            @JsonbProperty("ComputilityCode") String computeCode,
            @JsonbProperty("AlgoServiceID") String serviceId) {}

    /** Table F.10. */
    public record Search(
            @JsonbProperty("ComputilityCode") String computeCode,
            @JsonbProperty("Status") String status,
            @JsonbProperty("AlgoFilePackageID") String packageId,
            @JsonbProperty("PageNumber") int pageNumber,
            @JsonbProperty("PageSize") int pageSize) {}

    /** Table F.13; {@code status} is UNSPECIFIED, INIT, RUNNING, OVERLOAD or ERROR. */
    public record Service(
            @JsonbProperty("AlgoServiceID") String id,
            @JsonbProperty("AlgoFilePackageID") String packageId,
            @JsonbProperty("Status") String status,
            @JsonbProperty("Env") List<EnvItem> env,
            @JsonbProperty("Replicas") int replicas) {}

    /** Table F.12. */
    public record Found(
            @JsonbProperty("Records") List<Service> records,
            @JsonbProperty("TotalSize") long totalSize) {}

    /** The size of a service; {@code streams} is what it takes at once. */
    public record Replicas(String serviceId, String computeCode, String packageId, int replicas, int streams) {}

    /** F.5: loads a package on a node; the answer is the service's ID. {@link #get} shows when it runs. */
    public String load(Load load) {
        return transport.call(Family.ACSMP, "POST", PATH, load, String.class);
    }

    /** F.6: unloads. */
    public void unload(Unload unload) {
        transport.tell(Family.ACSMP, "POST", PATH + "/UnInstall", unload);
    }

    /** F.7: finds services. */
    public Found search(Search search) {
        return transport.call(Family.ACSMP, "POST", PATH + "/Search", search, Found.class);
    }

    /** F.8: one service. */
    public Service get(String computeCode, String serviceId) {
        return transport.call(
                Family.ACSMP, "GET", PATH + "/" + segment(computeCode) + "/" + segment(serviceId), null, Service.class);
    }

    /** Clause 6.3 e: gives a running service that many replicas; its tasks go on as far as there is room. */
    public Replicas replicas(String serviceId, int replicas) {
        return transport.call(
                Family.PLATFORM,
                "PUT",
                "/platform/v1/serving/services/" + segment(serviceId) + "/replicas",
                new NewReplicas(replicas),
                Replicas.class);
    }

    /** What is wanted of {@link #replicas}. */
    public record NewReplicas(int replicas) {}
}
