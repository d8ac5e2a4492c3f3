/**
 * What calls with an {@code Idempotency-Key} were answered, so that a repeated one is answered the same and not done again.
 *
 * <p>Not here: the header, and which calls may carry it (shared.rest.idempotency).
 */
package org.computility.shared.idempotency;
