package org.computility.algorithms.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.algorithms.PackageSearch;
import org.computility.shared.StandardTime;

/** T/BAX 0006.5 table A.3; whatever is absent does not filter. */
public record AlgoFilePackageListRequest(
        @JsonbProperty("AlgoFilePackageName") String name,
        @JsonbProperty("AlgoFilePackageType") String type,
        @JsonbProperty("AlgoFilePackageIDs") List<String> ids,
        @JsonbProperty("AlgoFilePackageVersion") String version,
        @JsonbProperty("Provider") String provider,
        @JsonbProperty("CreateTimeFrom") String createTimeFrom,
        @JsonbProperty("CreateTimeTo") String createTimeTo) {

    PackageSearch search() {
        return new PackageSearch(
                name,
                type,
                ids,
                version,
                provider,
                StandardTime.parse("CreateTimeFrom", createTimeFrom),
                StandardTime.parseEnd("CreateTimeTo", createTimeTo));
    }
}
