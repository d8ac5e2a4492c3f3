/**
 * Meters, their readings and what they tell over HTTP: below {@code /platform/v1/monitoring}, and TC609 B.2.
 *
 * <p>Not here: centers and their reports over HTTP (the package {@code rest} of the room).
 */
package org.computility.reporting.supervision.rest;
