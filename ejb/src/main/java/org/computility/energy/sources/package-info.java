/**
 * Meters that the platform reads itself: at which device and point, how often, and what came of it.
 *
 * <p>Not here: how a device is spoken to (the connector), what becomes of a reading (readings), who may say where a meter is read (the
 * room above).
 */
package org.computility.energy.sources;
