package org.computility.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.computility.client.wire.Family;
import org.computility.client.wire.StandardDateTime;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.glassfish.jersey.media.multipart.file.FileDataBodyPart;

/** Authorization servers and licence files (T/BAX 0006.5 annexes D and E). */
public final class Licensing {

    private static final String SERVERS = "/ACSMP/AuthServer";
    private static final String LICENCES = "/ACSMP/License";

    private final Transport transport;

    Licensing(Transport transport) {
        this.transport = transport;
    }

    /**
     * What is said of an authorization server (table D.1).
     *
     * @param server one or several {@code IP:Port}, between commas
     * @param provider null in a change: as before
     */
    public record ServerEntry(
            @JsonbProperty("Server") String server,
            @JsonbProperty("Provider") String provider,
            @JsonbProperty("Default") boolean isDefault) {}

    /** An authorization server (table D.1). */
    public record AuthServer(
            @JsonbProperty("ID") int id,
            @JsonbProperty("Server") String server,
            @JsonbProperty("Provider") String provider,

            @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime createdDate,

            @JsonbProperty("Default") boolean isDefault) {}

    /** Tables D.3 and E.4; null members do not narrow the list. Both ends of the time belong to it. */
    public record Search(
            @JsonbProperty("Provider") String provider,

            @JsonbProperty("CreateTimeFrom") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime createTimeFrom,

            @JsonbProperty("CreateTimeTo") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime createTimeTo) {

        /** Everything. */
        public static final Search ALL = new Search(null, null, null);
    }

    /** How many streams of a capability a licence file allows (table E.2). */
    public record AbilityAuth(
            @JsonbProperty("AlgoDefCode") String algoDefCode,
            @JsonbProperty("Quota") int quota) {}

    /**
     * A licence file (table E.1).
     *
     * @param file its name
     * @param deviceId null: for every compute
     * @param abilityAuths null: the file came without
     */
    public record Licence(
            @JsonbProperty("ID") int id,
            @JsonbProperty("Provider") String provider,

            @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime createdDate,

            @JsonbProperty("File") String file,
            @JsonbProperty("DeviceID") String deviceId,
            @JsonbProperty("AbilityAuths") List<AbilityAuth> abilityAuths) {}

    /** D.1: registers an authorization server; its ID. */
    public int register(ServerEntry server) {
        return transport.<Integer>call(Family.ACSMP, "POST", SERVERS, server, Integer.class);
    }

    /** D.2: deletes an authorization server. */
    public void deleteServer(int id) {
        transport.tell(Family.ACSMP, "DELETE", SERVERS + "/" + id, null);
    }

    /** D.3: changes an authorization server. */
    public void change(int id, ServerEntry server) {
        transport.tell(Family.ACSMP, "PUT", SERVERS + "/" + id, server);
    }

    /** D.4: finds authorization servers. */
    public List<AuthServer> searchServers(Search search) {
        return transport.call(Family.ACSMP, "POST", SERVERS + "/Search", search, Types.listOf(AuthServer.class));
    }

    /** D.5: one authorization server. */
    public AuthServer server(int id) {
        return transport.call(Family.ACSMP, "GET", SERVERS + "/" + id, null, AuthServer.class);
    }

    /**
     * E.1: sends a licence file of at most 2 MB; its ID. May be repeated: the same licence has the ID of before.
     *
     * @param deviceId null: for every compute
     * @param abilityAuths empty: not said
     */
    public int importFile(Path file, String provider, String deviceId, List<AbilityAuth> abilityAuths) {
        FormDataMultiPart form = new FormDataMultiPart();
        form.field("Provider", provider);
        if (deviceId != null) {
            form.field("DeviceID", deviceId);
        }
        if (!abilityAuths.isEmpty()) {
            form.field("AbilityAuths", transport.json(abilityAuths));
        }
        form.bodyPart(new FileDataBodyPart("File", file.toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE));
        return transport.<Integer>send(Family.ACSMP, LICENCES, Entity.entity(form, form.getMediaType()), Integer.class);
    }

    /** E.2: deletes a licence file. */
    public void deleteLicence(int id) {
        transport.tell(Family.ACSMP, "DELETE", LICENCES + "/" + id, null);
    }

    /** E.3: finds licence files. */
    public List<Licence> searchLicences(Search search) {
        return transport.call(Family.ACSMP, "POST", LICENCES, search, Types.listOf(Licence.class));
    }

    /** E.4: one licence file. */
    public Licence licence(int id) {
        return transport.call(Family.ACSMP, "GET", LICENCES + "/" + id, null, Licence.class);
    }
}
