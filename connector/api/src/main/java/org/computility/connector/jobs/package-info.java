/**
 * The job side: connections to runtimes that run batch jobs, for the rooms {@code centers} and {@code jobs} (T/AI 123.8).
 *
 * <p>Not here: how a kind of runtime runs a job (adapter module), which job runs where (room {@code jobs}).
 */
package org.computility.connector.jobs;
