/**
 * The console's page of batch runs: start, watch, stop, restart.
 *
 * <p>Not here: what a run is and who may touch it (operations), which jobs can be started (operations.declared).
 */
package org.computility.operations.console;
