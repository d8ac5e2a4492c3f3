package org.computility.client;

import static org.computility.client.wire.Transport.segment;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;

/** Task instances (T/BAX 0006.5 C.8 to C.14). */
public final class Instances {

    private static final String PATH = "/ACSMP/TaskInstances";

    private final Transport transport;

    Instances(Transport transport) {
        this.transport = transport;
    }

    /** Table A.8. */
    public record PageRequest(
            @JsonbProperty("PageNumber") int pageNumber,
            @JsonbProperty("PageSize") int pageSize) {}

    /** The members of table C.11 that this client offers; null ones do not narrow the list. */
    public record Search(
            @JsonbProperty("TaskID") Long planId,
            @JsonbProperty("Status") String status,
            @JsonbProperty("PageRequest") PageRequest pageRequest) {}

    /** Table C.13. */
    public record Found(
            @JsonbProperty("PageContent") List<TaskInfo> content,
            @JsonbProperty("TotalSize") long totalSize) {}

    /** Tables C.15 and C.16. */
    public record Chosen(@JsonbProperty("IDs") List<String> ids) {}

    /** Table C.10. */
    public record Addition(
            @JsonbProperty("TaskID") long planId,
            @JsonbProperty("AlgoTaskInfos") List<TaskInfo> taskInfos,
            @JsonbProperty("AutoStart") Boolean autoStart) {}

    /** C.8: adds instances to a plan. */
    public void add(Addition addition) {
        transport.tell(Family.ACSMP, "POST", PATH, addition);
    }

    /** C.10: finds instances. */
    public Found search(Search search) {
        return transport.call(Family.ACSMP, "POST", PATH + "/Search", search, Found.class);
    }

    /** C.11: one instance, as its table shows it. */
    public JsonObject get(String id) {
        return transport.call(Family.ACSMP, "GET", PATH + "/" + segment(id), null, JsonObject.class);
    }

    /** Why an instance waits, or where it is ({@code docs/placement.md}). */
    public JsonObject placement(String id) {
        String path = "/platform/v1/planning/instances/" + segment(id) + "/placement";
        return transport.call(Family.PLATFORM, "GET", path, null, JsonObject.class);
    }

    /** C.12: deletes an instance. */
    public void delete(String id) {
        transport.tell(Family.ACSMP, "DELETE", PATH + "/" + segment(id), null);
    }

    /** C.13: starts instances. */
    public void start(List<String> ids) {
        transport.tell(Family.ACSMP, "POST", PATH + "/Start", new Chosen(ids));
    }

    /** C.14: stops instances. */
    public void stop(List<String> ids) {
        transport.tell(Family.ACSMP, "POST", PATH + "/Stop", new Chosen(ids));
    }
}
