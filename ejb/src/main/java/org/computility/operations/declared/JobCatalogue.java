package org.computility.operations.declared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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
        this.jobs = List.copyOf(jobs);
    }

    List<DeclaredJob> all() {
        return jobs;
    }

    Optional<DeclaredJob> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
