/**
 * What a demonstration needs of any kind: a screen, patience, programs that end with it, and order afterwards.
 *
 * <p>Not here: what is demonstrated ({@code demo}).
 */
package org.computility.demo.stage;
