package org.computility.compute.monitoring;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.shared.ApiPageRequest;

/** T/BAX 0006.5 table G.1; every member may be absent, {@code PageRequest} then has the stated default. */
public record ComputilityRequest(
        @JsonbProperty("ComputilityCode") String computilityCode,
        @JsonbProperty("Type") String type,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest) {}
