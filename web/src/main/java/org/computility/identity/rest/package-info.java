/**
 * Tokens at the edge, and the operations on organisations, accounts and tokens.
 *
 * <p>Not here: what a role may do (each room asks).
 */
package org.computility.identity.rest;
