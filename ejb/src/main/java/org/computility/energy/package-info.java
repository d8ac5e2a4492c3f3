/**
 * What computing centers consume: kinds of meters, and amounts as meters count them.
 *
 * <p>Not here: which meters there are (meters), what they showed (readings), where the platform
 * reads them itself (sources), what was consumed in an hour (hours), whose a center
 * is and who may see it (the room {@code reporting}: here a center is a number, and callers have checked rights).
 */
package org.computility.energy;
