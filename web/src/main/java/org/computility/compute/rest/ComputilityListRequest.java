package org.computility.compute.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.compute.ComputeNodes;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.family.ApiPageRequest;

/** T/BAX 0006.5 table G.1; every member may be absent, {@code PageRequest} then has the stated default. */
public record ComputilityListRequest(
        @JsonbProperty("ComputilityCode") String computilityCode,
        @JsonbProperty("Type") String type,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest) {

    PageRequest page() {
        return ApiPageRequest.read(pageRequest, ComputeNodes.SORTABLE);
    }
}
