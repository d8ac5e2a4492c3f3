package org.computility.jobs.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.IssuedToken;
import org.computility.identity.KeyScope;
import org.computility.identity.Role;
import org.computility.identity.tokens.KnownTokens;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.online.CallCounts.Called;
import org.computility.jobs.register.JobRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceAdmissionTest {

    private static final UUID USER = UUID.randomUUID();

    private final ServiceAdmission admission = new ServiceAdmission();

    @BeforeEach
    void assemble() {
        admission.caller = new CurrentCaller();
        admission.tokens = new KnownTokens() {
            @Override
            public IssuedToken shown(String token, KeyScope part, boolean changes) {
                Caller user = new Caller(USER, "user", UUID.randomUUID(), Set.of(Role.CONSUMER), null);
                return new IssuedToken(user, Instant.MAX, true);
            }
        };
        admission.register = new JobRegister() {
            @Override
            public JobStory story(String id, JobKind kind) {
                return service(UUID.fromString(id));
            }
        };
    }

    @Test
    void callsOfEachServiceCountForItsCentersInTurn() {
        List<Called> calls = new ArrayList<>();
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            calls.add(admission.admit("token", one).call());
            calls.add(admission.admit("token", other).call());
        }

        assertThat(calls)
                .containsExactly(
                        new Called(one, USER, "east"),
                        new Called(other, USER, "east"),
                        new Called(one, USER, "west"),
                        new Called(other, USER, "west"));
    }

    private static JobStory service(UUID id) {
        JobFacts job = new JobFacts(
                id.toString(),
                JobKind.ONLINE,
                "service",
                "",
                USER,
                null,
                JobStatus.RUNNING,
                null,
                null,
                2,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                0,
                5,
                null,
                null,
                null,
                null,
                null,
                null);
        return new JobStory(job, List.of(replica(id, 0, "east"), replica(id, 1, "west")), List.of());
    }

    private static TaskFacts replica(UUID job, int number, String center) {
        return new TaskFacts(
                UUID.randomUUID(),
                job,
                number,
                JobStatus.RUNNING,
                1,
                center,
                center,
                null,
                null,
                center + ":80",
                true,
                null,
                null);
    }
}
