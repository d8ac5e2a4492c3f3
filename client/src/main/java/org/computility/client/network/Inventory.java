package org.computility.client.network;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls.Kind;

/** All centers, specs and images that are registered, and what there is ({@code docs/network.md}). */
public final class Inventory {

    private final Calls calls;

    public Inventory(Calls calls) {
        this.calls = calls;
    }

    /** A page of centers. */
    public record CentersFound(List<Centers.Center> items, int page, int pageSize, long total) {}

    /** A page of specs. */
    public record SpecsFound(List<Centers.Spec> items, int page, int pageSize, long total) {}

    /** A page of images. */
    public record ImagesFound(List<Centers.Image> items, int page, int pageSize, long total) {}

    /** How much there is; null: not known, or none. */
    public record Amount(
            String architecture,
            Long cores,
            Long memoryBytes,
            String acceleratorType,
            String acceleratorProduct,
            Long accelerators) {}

    /** What a center has and has idle, as it said at {@code probedAt}; null where it never answered. */
    public record CenterCapacity(
            String id, String name, boolean connected, Instant probedAt, int nodes, Amount total, Amount idle) {}

    /** What there was {@code now}. */
    public record Capacity(Instant now, List<CenterCapacity> centers) {}

    /** Centers by id, by page from 1. @param connected whether the last probe was answered; null: either */
    public CentersFound centers(Boolean connected, int page, int pageSize) {
        return get("/platform/v1/centers", query("connected", connected, page, pageSize), CentersFound.class);
    }

    /** What all centers have. */
    public Capacity capacity() {
        return get("/platform/v1/capacity", Map.of(), Capacity.class);
    }

    /** Specs by id, by page from 1, whether or not a center could hold them. */
    public SpecsFound specs(int page, int pageSize) {
        return get("/platform/v1/specs", query("", null, page, pageSize), SpecsFound.class);
    }

    public Centers.Spec spec(String id) {
        return get("/platform/v1/specs/" + calls.segment(id), Map.of(), Centers.Spec.class);
    }

    /** Images by id, by page from 1. @param centerId of that center; null: of any */
    public ImagesFound images(String centerId, int page, int pageSize) {
        return get("/platform/v1/images", query("centerId", centerId, page, pageSize), ImagesFound.class);
    }

    public Centers.Image image(String id) {
        return get("/platform/v1/images/" + calls.segment(id), Map.of(), Centers.Image.class);
    }

    private static Map<String, Object> query(String name, Object value, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (value != null) {
            query.put(name, value);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return query;
    }

    private <T> T get(String path, Map<String, ?> query, Class<T> type) {
        return calls.call(Kind.OWN, "GET", path, query, null, type);
    }
}
