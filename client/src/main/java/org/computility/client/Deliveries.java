package org.computility.client;

import static org.computility.client.wire.Transport.segment;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.LocalDateTime;
import java.util.List;
import org.computility.client.wire.Family;
import org.computility.client.wire.StandardDateTime;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Algorithm packages on nodes (T/BAX 0006.5 F.1 to F.4). */
public final class Deliveries {

    private static final String PATH = "/ACSMP/AlgoFilePackages/Devices";

    private final Transport transport;

    Deliveries(Transport transport) {
        this.transport = transport;
    }

    /** Where a download stands (table F.4). */
    public enum Progress {
        /** 1. */
        DOWNLOADING,
        /** 2. */
        FAILED,
        /** 3. */
        DONE,
        /** A number that the standard does not know. */
        UNKNOWN
    }

    /** Table F.4; {@code downloaded} is 0 to 1. */
    public record Delivery(
            @JsonbProperty("AlgoFilePackageID") String packageId,
            @JsonbProperty("AlgoPackageName") String name,
            @JsonbProperty("AlgoPackageType") String type,
            @JsonbProperty("AlgoPackageVersion") String version,
            @JsonbProperty("Status") int status,
            @JsonbProperty("DownloadProgress") double downloaded,
            @JsonbProperty("DownloadErrorMessage") String error,

            @JsonbProperty("ProgressUpdateTime") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime updatedAt) {

        /** The status in words. */
        public Progress progress() {
            return switch (status) {
                case 1 -> Progress.DOWNLOADING;
                case 2 -> Progress.FAILED;
                case 3 -> Progress.DONE;
                default -> Progress.UNKNOWN;
            };
        }
    }

    /** Tables F.1 and F.2. */
    public record Target(
            @JsonbProperty("AlgoFilePackageID") String packageId,
            @JsonbProperty("ComputilityCode") String computeCode) {}

    /** F.1: has a node fetch a package; {@link #get} shows how far it is. */
    public void deliver(String packageId, String computeCode) {
        transport.tell(Family.ACSMP, "POST", PATH, new Target(packageId, computeCode));
    }

    /** F.3: what is on a node. */
    public List<Delivery> on(String computeCode) {
        return transport.call(
                Family.ACSMP, "POST", PATH + "/Search", new Target(null, computeCode), Types.listOf(Delivery.class));
    }

    /** F.4: one package on a node. */
    public Delivery get(String computeCode, String packageId) {
        return transport.call(
                Family.ACSMP,
                "GET",
                PATH + "/" + segment(computeCode) + "/" + segment(packageId),
                null,
                Delivery.class);
    }

    /** F.2: removes a package from a node. */
    public void remove(String computeCode, String packageId) {
        transport.tell(Family.ACSMP, "DELETE", PATH + "/" + segment(computeCode) + "/" + segment(packageId), null);
    }
}
