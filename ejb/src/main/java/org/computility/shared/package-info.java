/**
 * What every room needs and no standard names: failures, paging, times as written, hashing, sealing.
 *
 * <p>Not here: any business word; calls to addresses that a user gave (outbound), clock and timers (timing).
 */
package org.computility.shared;
