package org.computility.reporting.projects;

import org.computility.reporting.figures.Figures;

/**
 * What is new about a project (TC609 table A.3-1).
 *
 * @param id null: the name tells which
 * @param name beside an id: the new name, or null
 * @param clusterId null: as it is; an empty text: of no cluster
 * @param hubId null: as it is; an empty text: of no hub
 * @param investment takes the place of the one before
 */
public record ProjectChange(Integer id, String name, String clusterId, String hubId, Figures investment) {}
