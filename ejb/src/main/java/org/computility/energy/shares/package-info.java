/**
 * Whose an hour's energy is: jobs', idle, cooling; together exactly what the meters counted.
 *
 * <p>Not here: what meters counted (hours), which jobs ran where (the room {@code jobs}), who may see it (the room above).
 */
package org.computility.energy.shares;
