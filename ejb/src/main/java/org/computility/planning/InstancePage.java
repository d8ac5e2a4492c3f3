package org.computility.planning;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

/** Instances found (T/BAX 0006.5 table C.13). */
public record InstancePage(
        @JsonbProperty("PageContent") List<JsonObject> content,
        @JsonbProperty("TotalSize") long total,
        @JsonbProperty("PageRequest") ApiPageRequest request) {}
