package org.computility.licensing.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.licensing.offline.LicenceSearch;
import org.computility.shared.StandardTime;

/** T/BAX 0006.5 table E.4; whatever is absent does not filter. */
public record LicenseListRequest(
        @JsonbProperty("Provider") String provider,
        @JsonbProperty("CreateTimeFrom") String createTimeFrom,
        @JsonbProperty("CreateTimeTo") String createTimeTo) {

    LicenceSearch search() {
        return new LicenceSearch(
                provider,
                StandardTime.parse("CreateTimeFrom", createTimeFrom),
                StandardTime.parseEnd("CreateTimeTo", createTimeTo));
    }
}
