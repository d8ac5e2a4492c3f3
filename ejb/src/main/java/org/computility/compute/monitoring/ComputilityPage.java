package org.computility.compute.monitoring;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

/** T/BAX 0006.5 table G.3; its {@code PageReqest} is a misprint. */
public record ComputilityPage(
        @JsonbProperty("PageContent") List<ComputilityInfo> pageContent,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("Total") long total,
        @JsonbProperty("TotalPages") long totalPages) {}
