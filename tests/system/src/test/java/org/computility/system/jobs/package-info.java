/**
 * Jobs over HTTP, run by the real process runtime (T/AI 123.8 A.8 to A.14).
 *
 * <p>Not here: the centers themselves (centers), the connector's runtimes (its own module).
 */
package org.computility.system.jobs;
