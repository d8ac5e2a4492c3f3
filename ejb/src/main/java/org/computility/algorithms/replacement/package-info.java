/**
 * What goes with a package that is replaced or deleted: the rooms above are asked, and nodes unload the services that were
 * given up for it.
 *
 * <p>Not here: the replacing and deleting itself (algorithms), the services (serving).
 */
package org.computility.algorithms.replacement;
