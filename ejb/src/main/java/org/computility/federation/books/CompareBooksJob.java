package org.computility.federation.books;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;

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
    public Optional<DailyTime> schedule() {
        return config.compare();
    }
}
