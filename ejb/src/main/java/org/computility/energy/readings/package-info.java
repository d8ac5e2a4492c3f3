/**
 * What meters showed, and when.
 *
 * <p>Not here: which meters there are (meters), what was consumed between readings (hours).
 */
package org.computility.energy.readings;
