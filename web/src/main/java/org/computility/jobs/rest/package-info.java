/**
 * Jobs of every kind over HTTP, below {@code /platform/v1}: search with the whole story, logs as they grow, why a job waits.
 *
 * <p>Not here: what T/AI 123.8 prints (training.rest), what a caller may see (jobs.register).
 */
package org.computility.jobs.rest;
