/**
 * How passwords come over the wire and how they are kept: SM2 on the way, and from where it leads; Argon2 in the store.
 *
 * <p>Not here: whose password it is and who may try it how often (identity.login), accounts and their changes (identity.accounts),
 * where the private half of the pair is kept (shared.keys).
 */
package org.computility.identity.passwords;
