/**
 * The edge learns who calls: filters around every request and for tokens. The operations on organisations, accounts,
 * tokens and public keys.
 *
 * <p>Not here: what a role may do (each room asks).
 */
package org.computility.identity.rest;
