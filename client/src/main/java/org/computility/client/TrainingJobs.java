package org.computility.client;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Cpu;
import org.computility.client.network.Memory;
import org.computility.client.network.Part;
import org.computility.client.network.Processor;
import org.computility.client.wire.Family;
import org.computility.client.wire.StandardDateTime;
import org.computility.client.wire.Transport;

/** Training jobs (T/AI 123.8 A.8 to A.14; {@code docs/jobs.md}). */
public final class TrainingJobs {

    private static final String PATH = "/trainjob";
    private static final String STORY = "/platform/v1/jobs/";

    private final Transport transport;

    TrainingJobs(Transport transport) {
        this.transport = transport;
    }

    /** Table A.31; {@code jobDesc} may be null. */
    public record Wanted(String jobName, String jobDesc, Config config) {}

    /** Table A.32, and members of the platform's own behind {@code command}; only {@code specId} is not null. */
    public record Config(
            List<String> centerId,
            String specId,
            Integer nodeCount,
            String imageId,
            String imageUrl,
            String command,
            List<String> datasets,
            Integer maxSeconds,
            Integer priority,
            BigDecimal budget) {

        /** At any center, on one node. */
        public static Config of(String specId, String imageId, String command) {
            return new Config(null, specId, null, imageId, null, command, null, null, null, null);
        }
    }

    /** Table A.34. */
    public record Metadata(
            String id,
            String name,
            String desc,
            @JsonbTypeAdapter(StandardDateTime.class) LocalDateTime createTime,
            String userId) {}

    /** Tables A.33 and A.38. */
    public record Job(Metadata metadata, String status) {}

    /** Table A.37. */
    public record Found(List<Job> items, int totalSize) {}

    /** Table A.45. */
    public record SpecInfo(Cpu cpu, Processor processor, Memory memory) {}

    /** Table A.44; center and one of the images may be null, and {@code specInfo} has no processor where none is asked for. */
    public record Task(
            String centerId,
            String centerName,
            String imageId,
            String imageUrl,
            String taskId,
            String command,
            String specId,
            String specName,
            SpecInfo specInfo) {}

    /** Table A.42. */
    public record Detail(Metadata metadata, String status, List<Task> tasks) {}

    /** Table A.51. */
    public record Stopped(
            String id,
            String status,
            @JsonbTypeAdapter(StandardDateTime.class) LocalDateTime stoppedTime) {}

    /** Table A.48. */
    public record LogLink(String logUrl) {}

    /** A part of a log: the next one begins at {@code next}, unless the log has {@code ended}. */
    public record LogPart(long offset, long next, String text, boolean ended) {}

    /**
     * Which jobs (table A.36); null members do not narrow the list.
     *
     * @param centerId a task is or was last there
     * @param processor type of accelerator of the spec
     * @param createAfter created then or later, in the platform's zone
     * @param createBefore created then or earlier
     */
    public record Filter(
            String centerId, String processor, String status, LocalDateTime createAfter, LocalDateTime createBefore) {

        /** All that the caller sees. */
        public static final Filter ALL = new Filter(null, null, null, null, null);

        private Map<String, Object> query() {
            Map<String, Object> query = new LinkedHashMap<>();
            put(query, "centerId", centerId);
            put(query, "processor", processor);
            put(query, "status", status);
            put(query, "createAfter", standard(createAfter));
            put(query, "createBefore", standard(createBefore));
            return query;
        }
    }

    /** A.8. */
    public Job create(Wanted wanted) {
        return transport.call(Family.NETWORK, "POST", PATH, wanted, Job.class);
    }

    /** A.9: jobs by page from 1, the newest first. */
    public Found list(int page, int pageSize) {
        return transport.call(
                Family.NETWORK, "GET", PATH, Map.of("page", page, "pageSize", pageSize), null, Found.class);
    }

    /** A.9: a part of the jobs that the filter leaves. */
    public Found list(Filter filter, Part part) {
        return transport.call(Family.NETWORK, "GET", PATH, part.with(filter.query()), null, Found.class);
    }

    /** A.10. */
    public Detail get(String id) {
        return transport.call(Family.NETWORK, "GET", at(id), null, Detail.class);
    }

    /** A.11: a link to the log of a task, to be shown. */
    public String logUrl(String id, String taskId) {
        String path = at(id) + "/tasks/" + Transport.segment(taskId) + "/logs/url";
        Map<String, String> query = Map.of("contentType", "text/plain");
        return transport
                .<LogLink>call(Family.NETWORK, "GET", path, query, null, LogLink.class)
                .logUrl();
    }

    /** A.12. */
    public Stopped stop(String id) {
        return transport.call(Family.NETWORK, "POST", at(id) + "/stop", null, Stopped.class);
    }

    /** A.13. */
    public void delete(String id) {
        transport.tell(Family.NETWORK, "DELETE", at(id), null);
    }

    /** A.14: writes the archive of what the job left; the stream stays open. */
    public void download(String id, OutputStream to) {
        transport.fetch(Family.NETWORK, at(id) + "/download", to);
    }

    /** What a task has printed behind that byte; ask again from {@link LogPart#next} on. */
    public LogPart log(String id, String taskId, long offset) {
        String path = STORY + Transport.segment(id) + "/tasks/" + Transport.segment(taskId) + "/log";
        return transport.call(Family.PLATFORM, "GET", path, Map.of("offset", offset), null, LogPart.class);
    }

    /** All that happened to a job: its tasks with each attempt, and its reason. */
    public JsonObject story(String id) {
        return transport.call(Family.PLATFORM, "GET", STORY + Transport.segment(id), null, JsonObject.class);
    }

    private static String standard(LocalDateTime time) {
        return time == null ? null : new StandardDateTime().adaptToJson(time);
    }

    private static void put(Map<String, Object> query, String name, Object value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private static String at(String id) {
        return PATH + "/" + Transport.segment(id);
    }
}
