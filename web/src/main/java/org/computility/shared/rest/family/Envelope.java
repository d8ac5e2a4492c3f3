package org.computility.shared.rest.family;

/**
 * An answer that is wrapped already. A resource returns its own envelope where a table puts members beside the data, as
 * TC609 A.1-2 does with the token.
 */
public interface Envelope {}
