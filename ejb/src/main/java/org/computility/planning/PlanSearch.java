package org.computility.planning;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.ApiPageRequest;

/** Which plans (T/BAX 0006.5 table C.5); null members do not narrow. */
public record PlanSearch(
        @JsonbProperty("TaskIDs") List<Long> planIds,
        @JsonbProperty("Status") String status,
        @JsonbProperty("Name") String name,
        @JsonbProperty("Type") String type,
        @JsonbProperty("Mode") String mode,
        @JsonbProperty("AlgoDefName") String algoDefName,
        @JsonbProperty("DeviceIDs") List<String> deviceIds,
        @JsonbProperty("AlgoDefCodes") List<String> algoDefCodes,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("CreateTimeFrom") String createdFrom,
        @JsonbProperty("CreateTimeTo") String createdTo) {}
