/**
 * How many replicas a service has: changed at its node in place, and what the node still runs beyond the new room moves
 * elsewhere.
 *
 * <p>Not here: when the platform changes it by itself (scaling), which tasks run where (planning).
 */
package org.computility.serving.replicas;
