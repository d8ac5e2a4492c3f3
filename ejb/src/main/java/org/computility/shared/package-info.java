/**
 * What every room needs and no standard names: failures, paging, time, hashing, sealing, the outbound guard.
 *
 * <p>Not here: any business word.
 */
package org.computility.shared;
