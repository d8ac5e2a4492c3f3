/**
 * How much carbon dioxide a kilowatt-hour of a center's electricity makes, and since when.
 *
 * <p>Not here: how much electricity that was (hours, shares), who may say and see it (the room above).
 */
package org.computility.energy.carbon;
