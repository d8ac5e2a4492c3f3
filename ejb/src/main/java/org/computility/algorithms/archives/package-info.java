/**
 * The bytes of the packages: how they come in, where they lie, by which links they are fetched, when they leave the disk.
 *
 * <p>Not here: what a package is and brings (algorithms), which node fetches it (delivery).
 */
package org.computility.algorithms.archives;
