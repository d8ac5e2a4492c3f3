/**
 * Values that the register keeps as one column each: places, specs, ordered identifiers.
 *
 * <p>Not here: the jobs themselves (register).
 */
package org.computility.jobs.register.columns;
