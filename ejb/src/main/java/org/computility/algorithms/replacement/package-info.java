/**
 * What goes with a package that is replaced or deleted: the rooms above are asked, and nodes unload the services that
 * the rooms gave up.
 *
 * <p>Not here: the replacing and deleting itself (algorithms, delivery), the services (serving).
 */
package org.computility.algorithms.replacement;
