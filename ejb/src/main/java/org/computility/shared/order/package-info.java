/**
 * Orders that several rooms share.
 *
 * <p>Not here: orders of a list's rows (shared.database).
 */
package org.computility.shared.order;
