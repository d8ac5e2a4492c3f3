/**
 * What meters counted in an hour, reckoned from their readings each time anew: a late reading corrects what it concerns.
 *
 * <p>Not here: the readings (readings), whose center it is (the room above), which jobs ran.
 */
package org.computility.energy.hours;
