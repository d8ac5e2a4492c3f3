package org.computility.operations.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.operations.OperationsDatabase;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.Unauthenticated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeclaredJobsTest {

    private final RunsInMemory runs = new RunsInMemory();
    private final CurrentCaller caller = new CurrentCaller();
    private final DeclaredJobs jobs = new DeclaredJobs();

    @BeforeEach
    void assemble() {
        JobSchedules schedules = new JobSchedules_(OperationsDatabase.empty());
        jobs.catalogue = new JobCatalogue(List.of(new NightJob(Optional.empty())));
        jobs.runs = runs;
        jobs.caller = caller;
        jobs.starts = new JobStarts();
        jobs.starts.catalogue = jobs.catalogue;
        jobs.starts.schedules = schedules;
        jobs.starts.runs = runs;
        jobs.starts.one = new OneRun(jobs.catalogue, schedules, runs);
        be(Role.ADMINISTRATOR);
    }

    @AfterEach
    void forget() {
        caller.forget();
    }

    @Test
    void startsARunWithWhatItIsToldAndDefaultsForTheRest() {
        assertThat(jobs.start("purge-results", Map.of()).parameters()).isEqualTo(Map.of("atOnce", "1000"));
        runs.end();
        assertThat(jobs.start("purge-results", Map.of("atOnce", "5")).parameters())
                .isEqualTo(Map.of("atOnce", "5"));
    }

    @Test
    void refusesAParameterThatTheJobDoesNotHave() {
        assertThatThrownBy(() -> jobs.start("purge-results", Map.of("speed", "5")))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("parameters.speed"))
                .hasMessage("purge-results has no parameter parameters.speed.");
        assertThat(runs.started()).isEmpty();
    }

    @Test
    void refusesAJobThatNobodyDeclares() {
        assertThatThrownBy(() -> jobs.start("run-inspection", Map.of()))
                .isInstanceOfSatisfying(NotFound.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("job-unknown");
                    assertThat(refusal.member()).isEqualTo("jobName");
                });
    }

    @Test
    void onlyWhomTheJobNamesStartsIt() {
        assertThat(jobs.startable()).extracting(StartableJob::name).containsExactly("purge-results");

        be(Role.OPERATOR);
        assertThat(jobs.startable()).isEmpty();
        assertThatThrownBy(() -> jobs.start("purge-results", Map.of())).isInstanceOf(Denied.class);

        caller.forget();
        assertThat(jobs.startable()).isEmpty();
        assertThatThrownBy(() -> jobs.start("purge-results", Map.of())).isInstanceOf(Unauthenticated.class);
        assertThat(runs.started()).isEmpty();
    }

    private void be(Role role) {
        caller.set(new Caller(UUID.randomUUID(), "somebody", UUID.randomUUID(), Set.of(role), null));
    }
}
