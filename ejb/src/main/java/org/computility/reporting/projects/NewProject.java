package org.computility.reporting.projects;

import org.computility.reporting.figures.Figures;

/**
 * A project to be created (TC609 table A.2-1).
 *
 * @param clusterId null and an empty text: of no cluster
 * @param hubId null and an empty text: of no hub
 */
public record NewProject(String name, String province, String clusterId, String hubId, Figures investment) {}
