/**
 * What every room needs and no standard names: failures, paging, times as the standards write them, settings, the
 * server that runs, and work that several threads do together.
 *
 * <p>Not here: any business word; the database (database), clock and timers (timing), keys and hashes (keys), signed
 * links (links), calls to addresses that a user gave (outbound), answers to be repeated (idempotency).
 */
package org.computility.shared;
