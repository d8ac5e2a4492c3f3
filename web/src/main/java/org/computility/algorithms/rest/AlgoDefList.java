package org.computility.algorithms.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.algorithms.AlgoDefView;
import org.computility.shared.Page;
import org.computility.shared.rest.family.ApiPageRequest;

/** T/BAX 0006.5 table A.11. */
public record AlgoDefList(
        @JsonbProperty("PageContent") List<AlgoDefView> pageContent,
        @JsonbProperty("Total") long total,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest) {

    static AlgoDefList of(Page<AlgoDefView> page) {
        return new AlgoDefList(page.content(), page.total(), ApiPageRequest.of(page.request()));
    }
}
