package org.computility.reporting.projects;

import java.util.UUID;
import org.computility.reporting.figures.Figures;

/**
 * A project (TC609 table A.4-4).
 *
 * @param organisationId who reports it
 * @param clusterId null: of no cluster
 * @param hubId null: of no hub
 */
public record ProjectView(
        int id,
        UUID organisationId,
        String name,
        String province,
        String clusterId,
        String hubId,
        Figures investment) {}
