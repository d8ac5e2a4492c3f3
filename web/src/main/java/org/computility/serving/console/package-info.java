/**
 * What the console's pages of nodes show of the services there.
 *
 * <p>Not here: services themselves and who may change them (serving), the pages around them (compute).
 */
package org.computility.serving.console;
