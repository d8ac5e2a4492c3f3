/**
 * Pooled connections from the application to devices that show meters.
 *
 * <p>Not here: what is said to a device (package {@code protocol}).
 */
package org.computility.connector.meters.outbound;
