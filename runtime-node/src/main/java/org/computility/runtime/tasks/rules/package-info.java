/**
 * What a task's rules ask for (areas, thresholds, durations), and what was found by them.
 *
 * <p>Not here: running a task, judging an algorithm's output (tasks).
 */
package org.computility.runtime.tasks.rules;
