/**
 * The algorithm package format: what {@code algo.yaml} may say, how a package is opened safely and how one is written; see
 * {@code docs/algorithm-package.md}.
 *
 * <p>Not here: which packages the platform knows (room {@code algorithms}), how a model is run (module {@code
 * runtime-node}).
 */
package org.computility.algopackage;
