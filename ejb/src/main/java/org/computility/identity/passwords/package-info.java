/**
 * How passwords come over the wire (plain or as SM2, and from where a request comes), and how they are kept (Argon2).
 *
 * <p>Not here: whose password it is and who may try it how often (identity.login), accounts and their changes (identity.accounts),
 * where the private half of the pair is kept (shared.keys).
 */
package org.computility.identity.passwords;
