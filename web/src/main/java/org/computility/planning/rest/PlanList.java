package org.computility.planning.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.planning.PlanView;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** Plans found (T/BAX 0006.5 table C.8). */
public record PlanList(
        @JsonbProperty("PageContent") List<PlanView> content,
        @JsonbProperty("TotalSize") long total,
        @JsonbProperty("PageRequest") ApiPageRequest request) {

    static PlanList of(Page<PlanView> found, PageRequest asked) {
        return new PlanList(found.content(), found.total(), ApiPageRequest.of(asked));
    }
}
