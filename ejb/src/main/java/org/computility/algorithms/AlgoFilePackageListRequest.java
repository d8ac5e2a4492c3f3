package org.computility.algorithms;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/** T/BAX 0006.5 table A.3; whatever is absent does not filter. */
public record AlgoFilePackageListRequest(
        @JsonbProperty("AlgoFilePackageName") String name,
        @JsonbProperty("AlgoFilePackageType") String type,
        @JsonbProperty("AlgoFilePackageIDs") List<String> ids,
        @JsonbProperty("AlgoFilePackageVersion") String version,
        @JsonbProperty("Provider") String provider,
        @JsonbProperty("CreateTimeFrom") String createTimeFrom,
        @JsonbProperty("CreateTimeTo") String createTimeTo) {}
