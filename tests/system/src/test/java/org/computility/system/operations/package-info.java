/**
 * Batch runs, as a stranger watches, stops and restarts them.
 *
 * <p>Not here: the plans whose rounds they are (planning).
 */
package org.computility.system.operations;
