package org.computility.planning.rest.reading;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import org.computility.planning.InstanceSearch;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;

/**
 * Which instances (T/BAX 0006.5 table C.11); absent members do not narrow.
 *
 * @param id a UUID or a number, as a string or as a number
 */
public record TaskInstanceListRequest(
        @JsonbProperty("ID") JsonValue id,
        @JsonbProperty("Status") String status,
        @JsonbProperty("AlgoDefCodes") List<String> algoDefCodes,
        @JsonbProperty("AlgoDefName") String algoDefName,
        @JsonbProperty("TaskID") Long planId,
        @JsonbProperty("TaskName") String planName,
        @JsonbProperty("DeviceIDs") List<String> deviceIds,
        @JsonbProperty("PageRequest") ApiPageRequest pageRequest,
        @JsonbProperty("CreateTimeFrom") String createdFrom,
        @JsonbProperty("CreateTimeTo") String createdTo) {

    private static final SortWords SORTED = new SortWords(Map.of(
            "ID", "number",
            "TaskID", "planId",
            "Status", "state",
            "CreatedDate", "createdAt",
            "Priority", "priority"));

    /** The search as the room knows it. */
    public InstanceSearch search() {
        return new InstanceSearch(
                id == null || id == JsonValue.NULL ? null : InstanceNames.one("ID", InstanceNames.text("ID", id)),
                status,
                algoDefCodes,
                algoDefName,
                planId,
                planName,
                deviceIds,
                SORTED.meant(pageRequest),
                StandardTime.parse("CreateTimeFrom", createdFrom),
                StandardTime.parseEnd("CreateTimeTo", createdTo));
    }

    /** The page as the answer repeats it. */
    public PageRequest asked() {
        return SORTED.asked(pageRequest);
    }
}
