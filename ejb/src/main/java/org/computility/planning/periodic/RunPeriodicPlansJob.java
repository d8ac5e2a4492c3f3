package org.computility.planning.periodic;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;

/** {@code run-periodic-plans} opens and closes plans by their windows; {@link WindowClock} starts it whenever one is due. */
@Dependent
class RunPeriodicPlansJob implements DeclaredJob {

    @Override
    public String name() {
        return "run-periodic-plans";
    }

    @Override
    public Optional<DailyTime> schedule() {
        return Optional.empty();
    }
}
