package org.computility.licensing.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.licensing.online.AuthServerSearch;
import org.computility.shared.StandardTime;

/** T/BAX 0006.5 table D.3; whatever is absent does not filter. */
public record AuthServerListRequest(
        @JsonbProperty("Provider") String provider,
        @JsonbProperty("CreateTimeFrom") String createTimeFrom,
        @JsonbProperty("CreateTimeTo") String createTimeTo) {

    AuthServerSearch search() {
        return new AuthServerSearch(
                provider,
                StandardTime.parse("CreateTimeFrom", createTimeFrom),
                StandardTime.parseEnd("CreateTimeTo", createTimeTo));
    }
}
