package org.computility.client.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** The centers, specs and images as operators keep them ({@code docs/network.md}). */
public final class Centers {

    private static final String CENTERS = "/platform/v1/centers";
    private static final String SPECS = "/platform/v1/specs";
    private static final String IMAGES = "/platform/v1/images";

    private final Calls calls;

    public Centers(Calls calls) {
        this.calls = calls;
    }

    /** A center to be; all but {@code name} and {@code location} may be null. */
    public record NewCenter(
            String id,
            String name,
            String province,
            String city,
            String desc,
            UUID operatorId,
            String location,
            String username,
            String password) {

        /** A center without credentials, of the caller's own organisation. */
        public static NewCenter at(String id, String name, String location) {
            return new NewCenter(id, name, null, null, null, null, location, null, null);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "NewCenter[" + id + " at " + location + "]";
        }
    }

    /** What changes of a center; null leaves a member as it is. */
    public record CenterChange(
            String name,
            String province,
            String city,
            String desc,
            UUID operatorId,
            String location,
            String username,
            String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "CenterChange[" + name + " at " + location + "]";
        }
    }

    /** A registered center; null: not known, none, or not the caller's to know. */
    public record Center(
            String id,
            String name,
            String province,
            String city,
            String desc,
            UUID operatorId,
            String location,
            String username,
            boolean connected,
            String reason,
            Instant triedAt,
            Instant probedAt,
            Instant createdAt,
            String processorType) {}

    /** A spec to be; {@code id} and {@code processor} may be null. */
    public record NewSpec(String id, String name, Cpu cpu, Memory memory, Processor processor) {}

    /** A spec. */
    public record Spec(String id, String name, Cpu cpu, Memory memory, Processor processor, Instant createdAt) {}

    /** An image; all but {@code name} may be null in a new one. */
    public record Image(
            String id,
            String name,
            String desc,
            String centerId,
            String location,
            String command,
            String arch,
            String processor,
            String operationSystem,
            String framework,
            Instant createTime,
            List<String> installedLib) {}

    /** What changes of an image; null leaves a member as it is. */
    public record ImageChange(
            String name,
            String desc,
            String location,
            String command,
            String arch,
            String processor,
            String operationSystem,
            String framework,
            List<String> installedLib) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record NewName(String name) {}

    /** Registers a center; it is asked at once what it has. */
    public Center register(NewCenter center) {
        return calls.call(Kind.OWN, "POST", CENTERS, Map.of(), center, Center.class);
    }

    public Center get(String id) {
        return calls.call(Kind.OWN, "GET", at(CENTERS, id), Map.of(), null, Center.class);
    }

    public Center change(String id, CenterChange change) {
        return calls.call(Kind.OWN, "PATCH", at(CENTERS, id), Map.of(), change, Center.class);
    }

    /** Asks the center now; the answer comes when the center has answered, or is late. */
    public Center probe(String id) {
        return calls.call(Kind.OWN, "POST", at(CENTERS, id) + "/probe", Map.of(), null, Center.class);
    }

    /** Removes a center that no job needs, with its images. */
    public void remove(String id) {
        calls.tell("DELETE", at(CENTERS, id));
    }

    public Spec offer(NewSpec spec) {
        return calls.call(Kind.OWN, "POST", SPECS, Map.of(), spec, Spec.class);
    }

    /** Gives a spec another name; what it gives never changes. */
    public Spec renameSpec(String id, String name) {
        return calls.call(Kind.OWN, "PATCH", at(SPECS, id), Map.of(), new NewName(name), Spec.class);
    }

    public void withdrawSpec(String id) {
        calls.tell("DELETE", at(SPECS, id));
    }

    public Image offer(Image image) {
        return calls.call(Kind.OWN, "POST", IMAGES, Map.of(), image, Image.class);
    }

    /** Changes an image: null leaves a member as it is, an empty text says nothing any more. */
    public Image change(String id, ImageChange change) {
        return calls.call(Kind.OWN, "PATCH", at(IMAGES, id), Map.of(), change, Image.class);
    }

    public void withdrawImage(String id) {
        calls.tell("DELETE", at(IMAGES, id));
    }

    private String at(String path, String id) {
        return path + "/" + calls.segment(id);
    }
}
