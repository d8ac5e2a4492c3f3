package org.computility.connector.jobs.protocol.slurm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The jobs of one user as Slurm told of them at once.
 *
 * @param byName of several with one name, the last submitted first
 */
record Queue(Map<String, List<SlurmJob>> byName) {

    static Queue of(List<SlurmJob> jobs, String user) {
        return new Queue(jobs.stream()
                .filter(job -> job.user().isEmpty() || job.user().equals(user))
                .sorted(Comparator.comparingLong(SlurmJob::id).reversed())
                .collect(Collectors.groupingBy(SlurmJob::name)));
    }

    List<SlurmJob> allNamed(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** One that has not ended goes before the others. */
    Optional<SlurmJob> named(String name) {
        List<SlurmJob> all = allNamed(name);
        return all.stream()
                .filter(job -> !job.state().isFinal())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** That with the id, where one is known; ids begin anew in a cluster that lost its memory, names do not. */
    Optional<SlurmJob> find(OptionalLong id, String name) {
        return id.isEmpty()
                ? named(name)
                : allNamed(name).stream()
                        .filter(job -> job.id() == id.getAsLong())
                        .findFirst();
    }
}
