/**
 * Bodies as text: what a client compressed and in which charset it wrote, undone.
 *
 * <p>Not here: what the text must hold (contract).
 */
package org.computility.shared.rest.contract.coding;
