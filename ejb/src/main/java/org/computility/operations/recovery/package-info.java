/**
 * What a server leaves behind when it dies: its runs, which another server adopts, and its executions in the engines' tables.
 *
 * <p>Not here: how an adopted run is executed (operations.execution), audit records of dead servers (audit).
 */
package org.computility.operations.recovery;
