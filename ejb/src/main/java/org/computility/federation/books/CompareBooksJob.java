package org.computility.federation.books;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Role;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;
import org.computility.operations.declared.JobParameter;

/** {@code compare-books} compares reports with those of the platform above; without one it does nothing. */
@Dependent
class CompareBooksJob implements DeclaredJob {

    private final BooksConfig config;

    CompareBooksJob() {
        this(BooksConfig.current());
    }

    CompareBooksJob(BooksConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "compare-books";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of();
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    public Optional<DailyTime> schedule() {
        return config.compare();
    }
}
