/**
 * Results of task instances, in and out.
 *
 * <p>Not here: the plans they come from (planning).
 */
package org.computility.system.results;
