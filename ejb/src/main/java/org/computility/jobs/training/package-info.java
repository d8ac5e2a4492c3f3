/**
 * What users do with training jobs (T/AI 123.8 A.8 to A.14): create, list, look, stop, delete, read their logs and fetch what
 * they left. The same logs for every kind of job.
 *
 * <p>Not here: how jobs are kept (register), how they run (running).
 */
package org.computility.jobs.training;
