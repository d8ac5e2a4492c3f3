/**
 * What goes with a package that is replaced or deleted: the rooms above are asked, and nodes unload the services that
 * the rooms gave up.
 *
 * <p>Not here: the replacing (algorithms), the deleting (delivery), the services themselves (serving).
 */
package org.computility.algorithms.replacement;
