/**
 * Packages as files: opened safely, whoever made them, and written.
 *
 * <p>Not here: what a package says about itself ({@code algopackage}).
 */
package org.computility.algopackage.archive;
