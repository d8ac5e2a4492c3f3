package org.computility.algorithms;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

/** T/BAX 0006.5 table A.11. */
public record AlgoDefPage(
        @JsonbProperty("PageContent") List<AlgoDef> pageContent,
        @JsonbProperty("Total") long total,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest) {}
