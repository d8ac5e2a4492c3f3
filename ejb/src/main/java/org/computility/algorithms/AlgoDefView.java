package org.computility.algorithms;

import jakarta.json.JsonArray;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import java.util.List;
import org.computility.shared.StandardTime;

/**
 * A capability as the examples of T/BAX 0006.5 A.5 and A.6 show it.
 *
 * @param sourceType ENGINE: it runs in an algorithm package
 * @param source the package's ID
 * @param taskFields only in the detail
 * @param appliedQuota streams of the organisation that run; null: nothing is licensed
 * @param quota streams that may run at once; null: as many as there is room for
 */
public record AlgoDefView(
        @JsonbProperty("Name") String name,
        @JsonbProperty("Code") String code,
        @JsonbProperty("Description") String description,
        @JsonbProperty("Provider") String provider,
        @JsonbProperty("AlgoDataType") String algoDataType,
        @JsonbProperty("SourceType") String sourceType,
        @JsonbProperty("Source") String source,
        @JsonbProperty("Version") String version,
        @JsonbProperty("Status") String status,
        @JsonbProperty("StatusDesc") String statusDesc,
        @JsonbProperty("TaskTypes") List<String> taskTypes,
        @JsonbProperty("TaskFields") JsonArray taskFields,
        @JsonbProperty("AppliedQuota") Long appliedQuota,
        @JsonbProperty("Quota") Long quota,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant createdDate,

        @JsonbProperty("LastModifiedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant lastModifiedDate) {

    AlgoDefView with(long used, long total) {
        return new AlgoDefView(
                name,
                code,
                description,
                provider,
                algoDataType,
                sourceType,
                source,
                version,
                status,
                statusDesc,
                taskTypes,
                taskFields,
                used,
                total,
                createdDate,
                lastModifiedDate);
    }
}
