package org.computility.client;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;

/** Registered compute (T/BAX 0006.5 annexes B and G). */
public final class Nodes {

    private final Transport transport;

    Nodes(Transport transport) {
        this.transport = transport;
    }

    /** Table B.1. */
    public record Registration(
            @JsonbProperty("Code") String code,
            @JsonbProperty("Type") String type,
            @JsonbProperty("IP") String ip,
            @JsonbProperty("Port") int port,
            @JsonbProperty("Username") String username,
            @JsonbProperty("Password") String password,
            @JsonbProperty("SupportAlgoService") Boolean supportAlgoService) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Registration[" + code + ", " + type + ", " + ip + ":" + port + "]";
        }
    }

    /** Table B.3. */
    public record TokenData(@JsonbProperty("Token") String token) {}

    /** Table B.5. */
    public record Keepalive(@JsonbProperty("Code") String code) {}

    /** Table B.4. */
    public record UnRegistration(
            @JsonbProperty("Code") String code,
            @JsonbProperty("Username") String username,
            @JsonbProperty("Password") String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "UnRegistration[" + code + "]";
        }
    }

    /** Table G.1. */
    public record Monitoring(
            @JsonbProperty("ComputilityCode") String computeCode) {}

    /** Table G.4; the devices are as in the example of annex G. */
    public record Monitored(
            @JsonbProperty("ComputilityCode") String computeCode,
            @JsonbProperty("DeviceInfos") List<JsonObject> devices) {

        /** Whether all devices of the node are online. */
        public boolean isOnline() {
            return !devices.isEmpty() && devices.stream().allMatch(device -> device.getBoolean("IsOnline", false));
        }
    }

    /** Table G.3. */
    public record MonitoredPage(
            @JsonbProperty("PageContent") List<Monitored> content,
            @JsonbProperty("Total") long total) {}

    /** B.1: registers a node; the answer is the token that the node calls with. Needs no login. */
    public String register(Registration registration) {
        TokenData data = transport.call(Family.ACSMP, "POST", "/ACSMP/Register", registration, TokenData.class);
        return data.token();
    }

    /** B.3: says, with the node's token, that the node lives. */
    public void keepAlive(String code) {
        transport.tell(Family.ACSMP, "POST", "/ACSMP/Keepalive", new Keepalive(code));
    }

    /** B.2: takes a node out. Needs no login. */
    public void unregister(String code, String username, String password) {
        UnRegistration request = new UnRegistration(code, username, password);
        transport.tell(Family.ACSMP, "POST", "/ACSMP/UnRegister", request);
    }

    /** Annex G: the figures of the nodes, or of one when a code is given. */
    public List<Monitored> monitor(String computeCode) {
        MonitoredPage page = transport.call(
                Family.ACSMP, "POST", "/ACSMP/Computility", new Monitoring(computeCode), MonitoredPage.class);
        return page.content();
    }
}
