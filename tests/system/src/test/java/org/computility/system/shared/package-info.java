/**
 * What all operations have in common: health, what HTTP itself refuses, and bad input for operations of several rooms.
 *
 * <p>Not here: what one room alone refuses (the rooms).
 */
package org.computility.system.shared;
