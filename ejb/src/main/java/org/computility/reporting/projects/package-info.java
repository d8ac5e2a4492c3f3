/**
 * Projects: what computing centers are built by (TC609 A.2 to A.4).
 *
 * <p>Not here: the centers (centers), the codes of places (places).
 */
package org.computility.reporting.projects;
