/**
 * The console, clicked through in headless Chromium.
 *
 * <p>Not here: what the buttons do to a run (org.computility.system.operations).
 */
package org.computility.system.console;
