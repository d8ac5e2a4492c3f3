package org.computility.serving;

import java.time.Instant;
import org.computility.connector.accelerator.LoadedService;

/**
 * What a comparison found out about a service.
 *
 * @param asked when its node was asked; a row that changed since is newer
 */
public record ServiceReport(String computeCode, Instant asked, LoadedService service) {}
