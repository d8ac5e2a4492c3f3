/**
 * Who calls, and what they may do: organisations, accounts, roles, passwords, tokens, keys.
 *
 * <p>Not here: what was done (audit), registered nodes (compute).
 */
package org.computility.identity;
