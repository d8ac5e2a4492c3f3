/**
 * How jobs get to their centers and run there: rounds that place what waits, hand it over, ask what became of it, end it, and
 * have it forgotten. Everything is written before it is done, so that another server can go on anywhere.
 *
 * <p>Not here: what is written (register), which job is placed where (placement), how a center is reached (centers).
 */
package org.computility.jobs.running;
