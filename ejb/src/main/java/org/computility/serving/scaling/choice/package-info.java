/**
 * What a scaling rule does in a situation: a pure choice, without a database, a clock and a node.
 *
 * <p>Not here: where the situation comes from and what becomes of the steps (scaling).
 */
package org.computility.serving.scaling.choice;
