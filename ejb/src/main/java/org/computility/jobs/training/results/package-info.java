/**
 * What a training job left at its centers, as one archive that is streamed (T/AI 123.8 A.14).
 *
 * <p>Not here: the log (training), what is known of attempts (register).
 */
package org.computility.jobs.training.results;
