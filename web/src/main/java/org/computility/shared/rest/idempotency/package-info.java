/**
 * The header {@code Idempotency-Key}, for every family: a repeated call is answered as its first was, and not done again.
 *
 * <p>Not here: where answers are kept (shared.idempotency).
 */
package org.computility.shared.rest.idempotency;
