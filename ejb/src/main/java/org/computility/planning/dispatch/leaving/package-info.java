/**
 * What a node that leaves is told about the tasks that it runs.
 *
 * <p>Not here: where these tasks run from then on (dispatch).
 */
package org.computility.planning.dispatch.leaving;
