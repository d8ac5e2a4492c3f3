/**
 * Jobs of a Kubernetes cluster, through its API server: a Job for what ends, a Deployment with a Service for what serves. The
 * cluster's objects are all that is known of them; what they leave comes back by a persistent claim, where the center has one.
 *
 * <p>Not here: the pool (package {@code outbound}), what may be registered as a center (room {@code centers}).
 */
package org.computility.connector.jobs.protocol.kubernetes;
