package org.computility.planning;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

/** Plans found (T/BAX 0006.5 table C.8). */
public record PlanPage(
        @JsonbProperty("PageContent") List<PlanView> content,
        @JsonbProperty("TotalSize") long total,
        @JsonbProperty("PageRequest") ApiPageRequest request) {}
