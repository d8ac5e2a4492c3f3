package org.computility.algorithms;

/**
 * A package is about to be replaced or deleted. Fired synchronously inside the transaction: an observer that needs the
 * package as it is throws {@code Conflict("package-in-use")}, and nothing happens.
 */
public record PackageChanging(String packageId) {}
