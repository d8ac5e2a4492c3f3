/**
 * How much the centers that run jobs had, and since when: noted whenever it changes.
 *
 * <p>Not here: what centers have now (the room {@code centers}), which of them make up a reported center (the room above).
 */
package org.computility.energy.capacity;
