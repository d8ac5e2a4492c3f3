package org.computility.compute.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.compute.monitoring.ComputilityView;
import org.computility.shared.Page;
import org.computility.shared.rest.family.ApiPageRequest;

/** T/BAX 0006.5 table G.3; its {@code PageReqest} is a misprint. */
public record ComputilityList(
        @JsonbProperty("PageContent") List<ComputilityView> pageContent,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("Total") long total,
        @JsonbProperty("TotalPages") long totalPages) {

    static ComputilityList of(Page<ComputilityView> page) {
        return new ComputilityList(page.content(), ApiPageRequest.of(page.request()), page.total(), page.totalPages());
    }
}
