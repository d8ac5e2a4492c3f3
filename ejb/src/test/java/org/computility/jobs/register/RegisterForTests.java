package org.computility.jobs.register;

import java.time.Clock;
import java.util.Optional;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.identity.CurrentCaller;
import org.computility.jobs.JobEnded;
import org.computility.jobs.TaskRan;
import org.computility.shared.FiredEvents;
import org.computility.shared.database.TestSessions;

/** The doors of the register over a test database. */
public final class RegisterForTests {

    public final FiredEvents<JobEnded> ended = new FiredEvents<>();
    public final FiredEvents<TaskRan> ran = new FiredEvents<>();

    private final CurrentCaller caller;
    private final Clock clock;
    private final Jobs jobs;
    private final JobTasks tasks;
    private final JobAttempts attempts;
    private final DataSetPlaces places;

    public RegisterForTests(TestSessions sessions, CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
        jobs = new Jobs_(sessions.current());
        tasks = new JobTasks_(sessions.current());
        attempts = new JobAttempts_(sessions.current());
        places = new DataSetPlaces_(sessions.current());
    }

    public JobEntry entry() {
        JobEntry entry = new JobEntry();
        entry.jobs = jobs;
        entry.tasks = tasks;
        entry.clock = clock;
        entry.costing = (job, organisation, wanted) -> {};
        return entry;
    }

    public JobRegister register() {
        JobRegister register = new JobRegister();
        register.jobs = jobs;
        register.tasks = tasks;
        register.attempts = attempts;
        register.centers = new CenterDirectory() {
            @Override
            public Optional<CenterFacts> center(String id) {
                return Optional.empty();
            }
        };
        register.caller = caller;
        return register;
    }

    public JobDirectory directory() {
        JobDirectory directory = new JobDirectory();
        directory.jobs = jobs;
        directory.tasks = tasks;
        return directory;
    }

    public JobEnding ending() {
        JobEnding ending = new JobEnding();
        ending.jobs = jobs;
        ending.tasks = ends();
        ending.caller = caller;
        ending.ended = ended;
        ending.clock = clock;
        return ending;
    }

    public AttemptQueue queue() {
        AttemptQueue queue = new AttemptQueue();
        queue.attempts = attempts;
        queue.jobs = jobs;
        queue.dataSets = places;
        queue.clock = clock;
        return queue;
    }

    public AttemptReports reports() {
        AttemptReports reports = new AttemptReports();
        reports.jobs = jobs;
        reports.tasks = tasks;
        reports.attempts = attempts;
        reports.dataSets = places;
        reports.ends = ends();
        reports.times = new RunningTime();
        reports.times.ran = ran;
        reports.ended = ended;
        reports.clock = clock;
        reports.mostLosses = 5;
        return reports;
    }

    public JobPlacements placements() {
        JobPlacements placements = new JobPlacements();
        placements.jobs = jobs;
        placements.tasks = tasks;
        placements.attempts = attempts;
        placements.places = places;
        placements.queue = waiting();
        placements.clock = clock;
        return placements;
    }

    private PlacementQueue waiting() {
        PlacementQueue queue = new PlacementQueue();
        queue.jobs = jobs;
        queue.tasks = tasks;
        queue.attempts = attempts;
        return queue;
    }

    public JobNeeds needs() {
        JobNeeds needs = new JobNeeds();
        needs.jobs = jobs;
        needs.places = places;
        return needs;
    }

    public ServiceTasks services() {
        ServiceTasks services = new ServiceTasks();
        services.jobs = jobs;
        services.tasks = tasks;
        services.ends = ends();
        services.caller = caller;
        services.clock = clock;
        return services;
    }

    private TaskEnds ends() {
        TaskEnds ends = new TaskEnds();
        ends.tasks = tasks;
        ends.attempts = attempts;
        return ends;
    }
}
