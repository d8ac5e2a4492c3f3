package org.computility.client;

import static org.computility.client.wire.Transport.segment;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.computility.client.wire.Family;
import org.computility.client.wire.StandardDateTime;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.glassfish.jersey.media.multipart.file.FileDataBodyPart;

/** Algorithm packages and capabilities of the platform (T/BAX 0006.5 annex A). */
public final class Packages {

    private static final String PATH = "/ACSMP/AlgoFilePackages";

    private final Transport transport;

    Packages(Transport transport) {
        this.transport = transport;
    }

    /** Table A.5. */
    public record AlgorithmPackage(
            @JsonbProperty("AlgoFilePackageID") String id,
            @JsonbProperty("AlgoFilePackageName") String name,
            @JsonbProperty("AlgoFilePackageType") String type,
            @JsonbProperty("AlgoFilePackageVersion") String version,
            @JsonbProperty("Provider") String provider,

            @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime createdDate) {}

    /** Table A.3; null members do not narrow the list. */
    public record PackageSearch(
            @JsonbProperty("AlgoFilePackageName") String name,
            @JsonbProperty("AlgoFilePackageType") String type,
            @JsonbProperty("AlgoFilePackageIDs") List<String> ids,
            @JsonbProperty("AlgoFilePackageVersion") String version,
            @JsonbProperty("Provider") String provider) {

        /** Everything. */
        public static final PackageSearch ALL = new PackageSearch(null, null, null, null, null);
    }

    /** A.1: sends a package's file; {@code md5} are the 32 hexadecimal digits of the whole file. */
    public void importFile(Path file, String md5) {
        FormDataMultiPart form = new FormDataMultiPart();
        form.field("MD5", md5);
        form.bodyPart(new FileDataBodyPart("File", file.toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE));
        importForm(form);
    }

    /** A.1: has the platform fetch a package. */
    public void importFrom(URI url, String md5) {
        FormDataMultiPart form = new FormDataMultiPart();
        form.field("MD5", md5);
        form.field("Url", url.toString());
        importForm(form);
    }

    private void importForm(FormDataMultiPart form) {
        transport.upload(Family.ACSMP, PATH, Entity.entity(form, form.getMediaType()));
    }

    /** A.3: finds packages. */
    public List<AlgorithmPackage> search(PackageSearch search) {
        return transport.call(Family.ACSMP, "POST", PATH + "/Search", search, Types.listOf(AlgorithmPackage.class));
    }

    /** A.4: one package. */
    public AlgorithmPackage get(String id) {
        return transport.call(Family.ACSMP, "GET", PATH + "/" + segment(id), null, AlgorithmPackage.class);
    }

    /** A.2: deletes a package from the platform. */
    public void delete(String id) {
        transport.tell(Family.ACSMP, "DELETE", PATH + "/" + segment(id), null);
    }

    /** A.6: what a capability is, as table A.12 shows it. */
    public JsonObject capability(String algoDefCode) {
        return transport.call(Family.ACSMP, "GET", "/ACSMP/AlgoDef/" + segment(algoDefCode), null, JsonObject.class);
    }

    /**
     * A row of annex H.
     *
     * @param name in Chinese
     * @param latinName brand and type
     * @param kind {@code CARD} or {@code CHIP}
     */
    public record Accelerator(
            String identifier, String name, String latinName, String kind, String brand, String type) {}

    /** An identifier beside annex H, and how many packages and nodes name it. */
    public record UnlistedAccelerator(String identifier, long packages, long nodes) {}

    /** Annex H, and what packages and nodes name beside it. */
    public record Accelerators(List<Accelerator> items, List<UnlistedAccelerator> unlisted) {}

    /** The accelerators that packages may name. */
    public Accelerators accelerators() {
        return transport.call(Family.PLATFORM, "GET", "/platform/v1/accelerators", null, Accelerators.class);
    }

    /** How many streams of a capability are in use, and how many may be (table D.7). */
    public record Quota(
            @JsonbProperty("AlgoDefCode") String algoDefCode,
            @JsonbProperty("QuotaUsed") long used,
            @JsonbProperty("QuotaTotal") long total) {}

    /** D.6: what the authorization server of the capability's provider says now. */
    public Quota onlineQuota(String algoDefCode) {
        String path = "/ACSMP/AuthServer/Quota/" + segment(algoDefCode);
        return transport.call(Family.ACSMP, "GET", path, null, Quota.class);
    }

    /** E.5: what licence files allow, and how many streams they cover now. */
    public Quota offlineQuota(String algoDefCode) {
        String path = "/ACSMP/License/Quota/" + segment(algoDefCode);
        return transport.call(Family.ACSMP, "GET", path, null, Quota.class);
    }

    /** The wanted status of a capability. */
    public record StatusChange(String status) {}

    /** Moves a capability to its next status; services may be loaded from DEPLOYABLE on. */
    public void moveCapability(String algoDefCode, String status) {
        String path = "/platform/v1/capabilities/" + segment(algoDefCode) + "/status";
        transport.tell(Family.PLATFORM, "POST", path, new StatusChange(status));
    }
}
