/**
 * Meters of computing centers: what they count, and until when they are in service.
 *
 * <p>Not here: what they showed (readings), who may see or change them (the room above).
 */
package org.computility.energy.meters;
