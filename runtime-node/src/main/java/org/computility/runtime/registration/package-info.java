/**
 * The node's standing with its platform: registered, kept alive, registered again.
 *
 * <p>Not here: what the platform then asks of the node ({@code api}).
 */
package org.computility.runtime.registration;
