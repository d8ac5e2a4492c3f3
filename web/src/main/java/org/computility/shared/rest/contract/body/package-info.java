/**
 * What JSON leaves open, settled before a body is held against the contract: absent members, whole numbers, what no database holds.
 *
 * <p>Not here: the shapes themselves (contract), charsets and compression (coding).
 */
package org.computility.shared.rest.contract.body;
