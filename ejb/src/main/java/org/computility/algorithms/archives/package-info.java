/**
 * The bytes of the packages: how they come in, by which links nodes fetch them, which of them are still needed.
 *
 * <p>Not here: what a package is and brings (algorithms), which node fetches it (delivery), where the bytes lie and when they
 * leave the disk (datasets).
 */
package org.computility.algorithms.archives;
