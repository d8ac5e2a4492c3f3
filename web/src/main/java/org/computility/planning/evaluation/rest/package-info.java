/**
 * Evaluations of algorithms over REST (T/BAX 0006.5 clause 6.4).
 *
 * <p>Not here: how candidates are judged (planning.evaluation).
 */
package org.computility.planning.evaluation.rest;
