package org.computility.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.computility.centers.SpecFacts;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobSearch;
import org.computility.jobs.JobService;
import org.computility.jobs.NewJob;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose jobs are whose, in lists as one by one. */
class WhoseJobsTest {

    private static final JobSearch ALL = new JobSearch(null, null, null, null, null, null, null);

    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, new HandClock());
    private String job;

    @BeforeEach
    void enter() {
        UUID here = world.organisation();
        world.open("user", here, Role.CONSUMER);
        world.open("colleague", here, Role.CONSUMER);
        world.open("auditor", here, Role.AUDITOR, Role.CONSUMER);
        world.open("operator", here, Role.OPERATOR);
        world.open("stranger", world.organisation(), Role.OPERATOR);
        world.be("user");
        job = enter(wanted("one"));
    }

    private String enter(NewJob wanted) {
        return world.sessions
                .commit(() -> register.entry().enter(wanted, world.caller.get()))
                .id();
    }

    @Test
    void listsShowWhatIsShownOneByOne() {
        sees("user", true);
        sees("colleague", false);
        sees("auditor", true);
        sees("operator", true);
        sees("stranger", false);
    }

    @Test
    void whoHasLeftItsOrganisationHasLeftItsJobs() {
        Caller user = world.caller.get();
        world.caller.set(new Caller(user.accountId(), "user", world.organisation(), user.roles(), null));

        assertSeen(false);
        refused("job-unknown", this::stop);
    }

    @Test
    void whoOnlyWatchesEndsNothing() {
        world.be("auditor");
        refused("role-missing", this::stop);
        refused("role-missing", this::delete);
        world.be("colleague");
        refused("job-unknown", this::stop);

        world.be("operator");
        stop();
        delete();
    }

    @Test
    void whoOnlyWatchesScalesNothing() {
        world.be("user");
        String service = enter(wanted("service").serving(new JobService(9000, "/"), 600));

        world.be("auditor");
        refused("role-missing", () -> scale(service));
        world.be("colleague");
        refused("job-unknown", () -> scale(service));

        world.be("operator");
        assertThat(scale(service).nodes()).isEqualTo(2);
        world.be("user");
        assertThat(scale(service).nodes()).isEqualTo(2);
    }

    @Test
    void aDeletedJobIsShownToNobody() {
        assertThat(register.directory().isShown(UUID.fromString(job))).isTrue();

        stop();
        delete();

        assertThat(register.directory().isShown(UUID.fromString(job))).isFalse();
        assertThat(register.directory().job(UUID.fromString(job)))
                .as("for its rounds")
                .isPresent();
        sees("operator", false);
    }

    @Test
    void aCenterThatNobodyKnowsIsRefusedByItsMember() {
        JobSearch nowhere = new JobSearch(null, null, null, "zz", null, null, null);

        assertThatThrownBy(() -> register.register().page(nowhere, PageRequest.FIRST))
                .isInstanceOfSatisfying(NotFound.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("center-unknown");
                    assertThat(refusal.getMessage()).isEqualTo("centerId zz names no center.");
                });
    }

    private void sees(String username, boolean seen) {
        world.be(username);
        assertSeen(seen);
    }

    private void assertSeen(boolean seen) {
        assertThat(register.register().page(ALL, PageRequest.FIRST).content()).hasSize(seen ? 1 : 0);
        if (seen) {
            assertThat(register.register().story(job, null).job().id()).isEqualTo(job);
        } else {
            refused("job-unknown", () -> register.register().story(job, null));
        }
    }

    private void stop() {
        world.sessions.commit(() -> register.ending().stop(job, JobKind.TRAINING));
    }

    private void delete() {
        world.sessions.commit(() -> register.ending().delete(job, JobKind.TRAINING));
    }

    private JobFacts scale(String service) {
        return world.sessions.commit(() -> register.services().scale(service, 2));
    }

    private static void refused(String code, Runnable story) {
        assertThatThrownBy(story::run)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static NewJob wanted(String name) {
        return new NewJob(
                JobKind.TRAINING,
                name,
                "",
                new SpecFacts("small", "Small", "X86", 1, 1 << 20, null),
                List.of(),
                1,
                "machine",
                null,
                null,
                "true",
                List.of(),
                600,
                5,
                null);
    }
}
