package org.computility.operations.declared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The jobs that the rooms declare. */
@ApplicationScoped
class JobCatalogue {

    private List<DeclaredJob> jobs;

    /** For CDI's proxies. */
    JobCatalogue() {}

    @Inject
    JobCatalogue(@Any Instance<DeclaredJob> declared) {
        this(declared.stream().toList());
    }

    JobCatalogue(List<DeclaredJob> jobs) {
        this.jobs =
                jobs.stream().sorted(Comparator.comparing(DeclaredJob::name)).toList();
    }

    /** By name, so that people find them in one order everywhere. */
    List<DeclaredJob> all() {
        return jobs;
    }

    Optional<DeclaredJob> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
