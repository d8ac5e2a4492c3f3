/**
 * Tasks: a stream, an algorithm and rules, run until stopped, ended or over; what the grids of cells mean to the rules.
 *
 * <p>Not here: decoding ({@code media}), graphs ({@code inference}), getting results to their receivers ({@code results}).
 */
package org.computility.runtime.tasks;
