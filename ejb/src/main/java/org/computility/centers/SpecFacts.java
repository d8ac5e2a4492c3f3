package org.computility.centers;

import org.computility.connector.jobs.Accelerators;

/**
 * A resource spec: what one node gives to a task.
 *
 * @param architecture X86 or ARM as in T/AI 123.8 table 1; another one by its own name
 * @param accelerators null: none
 */
public record SpecFacts(
        String id, String name, String architecture, int cores, long memoryBytes, Accelerators accelerators) {}
