package org.computility.algorithms.delivery;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.shared.StandardTime;

/**
 * T/BAX 0006.5 table F.4.
 *
 * @param status 1 downloading, 2 download failed, 3 downloaded
 * @param downloadProgress 0 to 1
 */
public record DeviceAlgoPackageView(
        @JsonbProperty("AlgoPackageName") String name,
        @JsonbProperty("AlgoPackageType") String type,
        @JsonbProperty("AlgoPackageVersion") String version,
        @JsonbProperty("AlgoFilePackageID") String id,
        @JsonbProperty("Status") int status,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant createdDate,

        @JsonbProperty("DownloadProgress") double downloadProgress,

        @JsonbProperty("ProgressUpdateTime") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant progressUpdateTime,

        @JsonbProperty("DownloadErrorMessage") String downloadErrorMessage) {}
