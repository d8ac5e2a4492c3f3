/**
 * Beans that the tests add to the platform's business module, where observers and timers of the platform live.
 *
 * <p>Not here: the tests.
 */
package org.computility.container.inside;
