/**
 * The way to the API server of a cluster: its address, a client for it, and what its answers mean.
 *
 * <p>Not here: the objects of a job (package {@code kubernetes}).
 */
package org.computility.connector.jobs.protocol.kubernetes.access;
