/**
 * The answers of calls with an {@code Idempotency-Key}: a repeated call gets the same answer and is not done again.
 *
 * <p>Not here: the header, and which calls may carry it (shared.rest.idempotency).
 */
package org.computility.shared.idempotency;
