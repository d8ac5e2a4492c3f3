/**
 * From a name and a password to an account, for people and for devices, without helping anybody who guesses.
 *
 * <p>Not here: accounts (identity.accounts) and tokens (identity.tokens) themselves, how a password is sent and kept
 * (identity.passwords), sessions of the console (identity.console).
 */
package org.computility.identity.login;
