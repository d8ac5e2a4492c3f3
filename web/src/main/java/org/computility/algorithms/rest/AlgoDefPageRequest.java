package org.computility.algorithms.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.algorithms.Capabilities;
import org.computility.algorithms.CapabilitySearch;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.family.ApiPageRequest;

/** T/BAX 0006.5 table A.7, and {@code TaskType} which only its example has; whatever is absent does not filter. */
public record AlgoDefPageRequest(
        @JsonbProperty("Name") String name,
        @JsonbProperty("AlgoDefCodes") List<String> algoDefCodes,
        @JsonbProperty("Status") String status,
        @JsonbProperty("AlgoDataType") String algoDataType,
        @JsonbProperty("SourceType") String sourceType,
        @JsonbProperty("EngineCodeList") List<String> engineCodeList,
        @JsonbProperty("TaskType") String taskType,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("CreateTimeFrom") String createTimeFrom,
        @JsonbProperty("CreateTimeTo") String createTimeTo) {

    CapabilitySearch search() {
        return new CapabilitySearch(
                name,
                algoDefCodes,
                status,
                algoDataType,
                sourceType,
                engineCodeList,
                taskType,
                StandardTime.parse("CreateTimeFrom", createTimeFrom),
                StandardTime.parseEnd("CreateTimeTo", createTimeTo),
                ApiPageRequest.read(pageRequest, Capabilities.SORTABLE));
    }
}
