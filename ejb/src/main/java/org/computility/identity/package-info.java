/**
 * Who calls, and what the caller may do: callers and roles.
 *
 * <p>Not here: accounts and organisations (identity.accounts), tokens (identity.tokens), logins (identity.login), passwords
 * (identity.passwords), what was done (audit), registered nodes (compute).
 */
package org.computility.identity;
