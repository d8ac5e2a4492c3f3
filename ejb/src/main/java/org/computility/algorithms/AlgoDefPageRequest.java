package org.computility.algorithms;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

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
        @JsonbProperty("CreateTimeTo") String createTimeTo) {}
