package org.computility.runtime.packages;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * A package as the platform sees it (T/BAX 0006.5 table F.4).
 *
 * @param status 1 downloading, 2 failed, 3 downloaded
 * @param progress 0 to 1
 * @param error why it failed, or null
 */
public record PackageState(String packageId, int status, double progress, Instant updatedAt, String error) {

    static final int DOWNLOADING = 1;
    static final int FAILED = 2;
    static final int DOWNLOADED = 3;

    /** As the southbound API spells it. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("AlgoFilePackageID", packageId)
                .add("Status", status)
                .add("DownloadProgress", progress)
                .add("ProgressUpdateTime", updatedAt.toString());
        if (error != null) {
            json.add("DownloadErrorMessage", error);
        }
        return json.build();
    }
}
