/**
 * Training jobs over HTTP (T/AI 123.8 A.8 to A.14).
 *
 * <p>Not here: what a training job may ask for (jobs.training), how it runs (jobs.running).
 */
package org.computility.jobs.training.rest;
