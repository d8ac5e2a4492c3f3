package org.computility.planning.rest.reading;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import org.computility.planning.PlanSearch;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;

/** Which plans (T/BAX 0006.5 table C.5); absent members do not narrow. */
public record TaskListRequest(
        @JsonbProperty("TaskIDs") List<Long> planIds,
        @JsonbProperty("Status") String status,
        @JsonbProperty("Name") String name,
        @JsonbProperty("Type") PlanType type,
        @JsonbProperty("Mode") PlanMode mode,
        @JsonbProperty("AlgoDefName") String algoDefName,
        @JsonbProperty("DeviceIDs") List<String> deviceIds,
        @JsonbProperty("AlgoDefCodes") List<String> algoDefCodes,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("CreateTimeFrom") String createdFrom,
        @JsonbProperty("CreateTimeTo") String createdTo) {

    private static final SortWords SORTED = new SortWords(Map.of(
            "ID", "id",
            "TaskID", "id",
            "Name", "name",
            "CreatedDate", "createdAt",
            "LastModifiedDate", "modifiedAt"));

    /** The search as the room knows it. */
    public PlanSearch search() {
        return new PlanSearch(
                planIds,
                status,
                name,
                type,
                mode,
                algoDefName,
                deviceIds,
                algoDefCodes,
                SORTED.meant(pageRequest),
                StandardTime.parse("CreateTimeFrom", createdFrom),
                StandardTime.parseEnd("CreateTimeTo", createdTo));
    }

    /** The page as the answer repeats it. */
    public PageRequest asked() {
        return SORTED.asked(pageRequest);
    }
}
