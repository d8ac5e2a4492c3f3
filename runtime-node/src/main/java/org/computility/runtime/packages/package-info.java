/**
 * Packages on this node's disk: fetched, checked, unpacked, removed.
 *
 * <p>Not here: the format (module {@code algo-package}), running one ({@code services}).
 */
package org.computility.runtime.packages;
