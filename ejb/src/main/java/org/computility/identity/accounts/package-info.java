/**
 * Accounts and the organisations that they belong to: opened, changed, listed; the first administrator of an empty database.
 *
 * <p>Not here: who calls just now (identity), logins (identity.login), tokens (identity.tokens).
 */
package org.computility.identity.accounts;
