package org.computility.client.network;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls.Kind;

/** What the computing network offers (T/AI 123.8 A.2 to A.5; {@code docs/network.md}). */
public final class Network {

    private final Calls calls;

    public Network(Calls calls) {
        this.calls = calls;
    }

    /** Table A.8; null: not known. */
    public record Center(
            String centerId,
            String centerName,
            String province,
            String city,
            String desc,
            boolean connected,
            String processorType,
            Long totalStorage,
            BigInteger maxComputingPower) {}

    /** Table A.7. */
    public record CentersFound(long totalSize, List<Center> centers) {}

    /** Table A.12; {@code processor} is null where the spec has none. */
    public record Spec(String resourceSpecId, String resourceSpecName, Cpu cpu, Memory memory, Processor processor) {}

    /** Table A.11. */
    public record SpecsFound(long totalSize, List<Spec> resourceSpecs) {}

    /** Table A.18; {@code processor} is null where there is none. */
    public record Share(Cpu cpu, Memory memory, Processor processor) {}

    /** Table A.17. */
    public record NodeResource(Share resourceSpec, String nodeCount) {}

    /** Table A.16; the sums are null for a center that never answered. */
    public record CenterResource(
            String centerId, Share totalResource, Share idleResource, List<NodeResource> nodeResources) {}

    /** Table A.15. */
    public record Idle(List<CenterResource> centerResources) {}

    /** Table A.22; null: not said. */
    public record Image(
            String imageId,
            String imageName,
            String imageDesc,
            String arch,
            String processor,
            String operationSystem,
            String framework,
            String createTime,
            List<String> installedLib) {}

    /** Table A.21. */
    public record ImagesFound(long totalSize, List<Image> images) {}

    /** What finds images (table A.20); null: any. The times are {@code yyyy-MM-dd HH:mm:ss} in the platform's zone. */
    public record ImageFilter(
            String centerId, String processor, String framework, String createAfter, String createBefore) {

        /** All of them. */
        public static final ImageFilter ANY = new ImageFilter(null, null, null, null, null);
    }

    /** A.2: centers; null filters ask for nothing. */
    public CentersFound centers(String processorType, Boolean connected, Part part) {
        return get(
                "/centers",
                part.with(given("processorType", processorType, "connected", connected)),
                CentersFound.class);
    }

    /** A.3: specs that the center, or for null any center, could hold. */
    public SpecsFound specs(String centerId, Part part) {
        return get("/resource/specs", part.with(given("centerId", centerId)), SpecsFound.class);
    }

    /** A.4: what the center, or for null every center, has and has idle. */
    public Idle idle(String centerId) {
        return get("/resource/idle", given("centerId", centerId), Idle.class);
    }

    /** A.5: images. */
    public ImagesFound images(ImageFilter filter, Part part) {
        Map<String, Object> query = given(
                "centerId", filter.centerId(),
                "processor", filter.processor(),
                "framework", filter.framework(),
                "createAfter", filter.createAfter(),
                "createBefore", filter.createBefore());
        return get("/resource/images", part.with(query), ImagesFound.class);
    }

    private <T> T get(String path, Map<String, ?> query, Class<T> type) {
        return calls.call(Kind.STANDARD, "GET", path, query, null, type);
    }

    /** Names and values by turns; those without a value are left out. */
    private static Map<String, Object> given(Object... pairs) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                given.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return given;
    }
}
