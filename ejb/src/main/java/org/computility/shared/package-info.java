/**
 * What every room needs and no standard names: failures, paging, times as written, the server that runs.
 *
 * <p>Not here: any business word; calls to addresses that a user gave (outbound), clock and timers (timing), keys and hashes
 * (keys).
 */
package org.computility.shared;
