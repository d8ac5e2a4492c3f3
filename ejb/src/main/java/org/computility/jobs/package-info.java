/**
 * What everybody must know of jobs (T/AI 123.8 A.8 to A.15): their states, and the news of them.
 *
 * <p>Not here: the jobs themselves (register), how they get to centers and run there (running), which runs where
 * (placement), what users do with training jobs (training), the centers (room centers).
 */
package org.computility.jobs;
