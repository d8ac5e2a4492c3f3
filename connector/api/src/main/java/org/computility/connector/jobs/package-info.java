/**
 * The job side: connections to runtimes that run batch jobs. No room uses it yet: {@code jobs} and {@code centers} (T/AI 123.8) will.
 *
 * <p>Not here: how a kind of runtime runs a job (adapter module), which job runs where (room {@code jobs}).
 */
package org.computility.connector.jobs;
