/**
 * Who asks for an account, and what is answered: approved with an account, refused with a reason, or left until it expires.
 *
 * <p>Not here: accounts (identity.accounts), rules of passwords (identity.passwords).
 */
package org.computility.identity.registration;
