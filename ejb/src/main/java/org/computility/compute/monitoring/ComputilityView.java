package org.computility.compute.monitoring;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/**
 * T/BAX 0006.5 table G.4.
 *
 * @param deviceInfos shaped as in the example of annex G
 */
public record ComputilityView(
        @JsonbProperty("ComputilityCode") String computilityCode,
        @JsonbProperty("DeviceInfos") List<JsonObject> deviceInfos) {}
