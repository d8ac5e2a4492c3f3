/**
 * How this server executes runs: hands them to its batch engine, keeps their leases, writes down how each attempt goes.
 *
 * <p>Not here: what people and rooms ask of a run (operations), runs whose server has died (operations.recovery).
 */
package org.computility.operations.execution;
