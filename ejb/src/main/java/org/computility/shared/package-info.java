/**
 * What every room needs and no standard names: failures, paging, time, hashing, sealing.
 *
 * <p>Not here: any business word; calls to addresses that a user gave (outbound).
 */
package org.computility.shared;
