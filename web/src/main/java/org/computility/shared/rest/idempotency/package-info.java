/**
 * The header {@code Idempotency-Key}, for every family: a repeated call gets the answer of the first call, and is not
 * done again.
 *
 * <p>Not here: where answers are kept (shared.idempotency).
 */
package org.computility.shared.rest.idempotency;
