/**
 * What operators watch: figures over HTTP, and as a real Prometheus scrapes them.
 *
 * <p>Not here: whether the server can work (shared); the figures of computing centers (reporting).
 */
package org.computility.system.observation;
