/**
 * The console's page of batch runs: watch, stop, restart.
 *
 * <p>Not here: what a run is and who may touch it (operations).
 */
package org.computility.operations.console;
