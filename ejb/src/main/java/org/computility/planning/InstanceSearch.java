package org.computility.planning;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

/**
 * Which instances (T/BAX 0006.5 table C.11); null members do not narrow.
 *
 * @param id a UUID or a number, as a string or as a number
 */
public record InstanceSearch(
        @JsonbProperty("ID") JsonValue id,
        @JsonbProperty("Status") String status,
        @JsonbProperty("AlgoDefCodes") List<String> algoDefCodes,
        @JsonbProperty("AlgoDefName") String algoDefName,
        @JsonbProperty("TaskID") Long planId,
        @JsonbProperty("TaskName") String planName,
        @JsonbProperty("DeviceIDs") List<String> deviceIds,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("CreateTimeFrom") String createdFrom,
        @JsonbProperty("CreateTimeTo") String createdTo) {}
