/**
 * The services of nodes as people watch them in the console.
 *
 * <p>Not here: what loads, changes and unloads services (serving), the words and pages that show them (the console).
 */
package org.computility.serving.watching;
