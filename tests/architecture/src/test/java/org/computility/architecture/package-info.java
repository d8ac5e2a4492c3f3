/**
 * The map of rooms and floors (CONTRIBUTING.md), held by tests; each rule is also seen to fail on planted sinners.
 *
 * <p>Not here: what the rooms do (beside their classes and in tests/system).
 */
package org.computility.architecture;
