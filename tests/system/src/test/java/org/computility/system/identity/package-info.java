/**
 * Organisations, accounts and tokens, as a stranger uses them.
 *
 * <p>Not here: what the rooms do inside.
 */
package org.computility.system.identity;
