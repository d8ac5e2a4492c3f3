/**
 * From a name and a password to an account, for people and for devices, without helping those who guess.
 *
 * <p>Not here: tokens (identity.tokens) and accounts (identity.accounts) themselves, how a password is sent and kept (identity.passwords), sessions of the
 * console (identity.console).
 */
package org.computility.identity.login;
