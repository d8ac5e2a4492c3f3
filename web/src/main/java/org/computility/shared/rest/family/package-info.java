/**
 * How each standard speaks at the edge: how it wraps success, words and numbers refusals, spells members, writes times and
 * carries the token. A new standard adds a constant to {@code Family}, its {@code Answers} and its codes.
 *
 * <p>Not here: any operation of a standard; the shapes of requests (contract); who a token belongs to (identity.rest).
 */
package org.computility.shared.rest.family;
