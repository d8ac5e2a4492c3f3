/**
 * What the nodes of a cluster have, what its pods hold of it, and what device plugins call accelerators.
 *
 * <p>Not here: the pods of the platform's own jobs (package {@code kubernetes}).
 */
package org.computility.connector.jobs.protocol.kubernetes.nodes;
