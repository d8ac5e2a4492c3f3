package org.computility.connector.jobs;

import java.util.List;

/**
 * What a runtime has, as the runtime itself says.
 *
 * @param architecture X86 or ARM as in T/AI 123.8 table 1; another one by its own name
 * @param storageBytes the whole space for the jobs' files; 0 where the runtime does not tell
 * @param services whether it runs jobs that serve
 * @param containers whether jobs start from container images; else from root folders, or the nodes' own programs
 * @param dataSets whether jobs read data sets there
 * @param nodes those that take jobs now, by name; a node that is down or closed to jobs is not among them
 */
public record JobCapacity(
        String architecture,
        long storageBytes,
        boolean services,
        boolean containers,
        boolean dataSets,
        List<NodeCapacity> nodes) {

    public JobCapacity {
        nodes = List.copyOf(nodes);
    }

    /** Of a runtime where jobs read data sets. */
    public JobCapacity(
            String architecture, long storageBytes, boolean services, boolean containers, List<NodeCapacity> nodes) {
        this(architecture, storageBytes, services, containers, true, nodes);
    }

    /** Of a runtime that knows no container images. */
    public JobCapacity(String architecture, long storageBytes, boolean services, List<NodeCapacity> nodes) {
        this(architecture, storageBytes, services, false, nodes);
    }

    /** Of a runtime that runs no jobs that serve, either. */
    public JobCapacity(String architecture, long storageBytes, List<NodeCapacity> nodes) {
        this(architecture, storageBytes, false, false, nodes);
    }
}
