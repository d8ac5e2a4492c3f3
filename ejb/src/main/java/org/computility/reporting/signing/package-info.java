/**
 * Signatures of requests (TC609, header {@code sign}): what is signed, with which key, and how closely an account is checked.
 *
 * <p>Not here: tokens (identity), the cryptography itself (shared.keys).
 */
package org.computility.reporting.signing;
