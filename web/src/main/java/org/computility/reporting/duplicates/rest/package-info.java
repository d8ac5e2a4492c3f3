/**
 * Centers that may be one over HTTP: below {@code /platform/v1/monitoring/duplicates}.
 *
 * <p>Not here: centers and their reports over HTTP (the package {@code rest} of the room).
 */
package org.computility.reporting.duplicates.rest;
