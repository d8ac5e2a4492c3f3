package org.computility.algorithms.delivery;

/**
 * A package is about to be deleted from a node. Fired synchronously inside the transaction: an observer that needs it
 * there throws {@code Conflict("package-in-use")}, and nothing happens.
 */
public record DeliveryRemoving(String computeCode, String packageId) {}
