/**
 * Which node holds which package, and how packages get there and leave again (T/BAX 0006.5 F.1 to F.4).
 *
 * <p>Not here: the packages themselves (algorithms), their bytes (archives), services of a package (serving).
 */
package org.computility.algorithms.delivery;
