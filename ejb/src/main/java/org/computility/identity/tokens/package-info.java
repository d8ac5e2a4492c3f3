/**
 * The tokens that callers show: issued, remembered, renewed, ended.
 *
 * <p>Not here: passwords and logins (identity.login), whose tokens they are (identity.accounts).
 */
package org.computility.identity.tokens;
