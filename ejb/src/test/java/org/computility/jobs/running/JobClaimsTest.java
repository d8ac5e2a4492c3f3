package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobStatus;
import org.computility.jobs.register.RegisterForTests;
import org.computility.shared.Conflict;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.Test;

/** Who hands jobs over and asks for them claims them; whoever dies is followed, and nothing is done twice. */
class JobClaimsTest extends JobsOnCenters {

    @Test
    void whoeverDiesAfterSubmittingSubmitsTheSameAgain() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(() -> submitting.at("east")).hasMessage("killed");
        assertThat(attempt(id)).isEqualTo(AttemptState.SUBMITTING);

        clock.pass(Duration.ofMinutes(3));
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("east").begun).hasSize(1);
    }

    @Test
    void whoDiedIsFollowedWithinHalfAMinute() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(() -> submitting.at("east")).hasMessage("killed");

        clock.pass(Duration.ofSeconds(31));
        submitting.prolong();
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("east").begun).hasSize(1);
    }

    @Test
    void aClaimLastsAsLongAsItsServerWorks() {
        List<List<String>> offered = new ArrayList<>();
        enter("one", 1);
        placing.place(() -> true);
        centers.get("east").meanwhile = () -> {
            for (int call = 0; call < 6; call++) {
                clock.pass(Duration.ofSeconds(20));
                submitting.prolong();
                offered.add(register.queue().centersToSubmitTo());
            }
            clock.pass(Duration.ofSeconds(31));
            offered.add(register.queue().centersToSubmitTo());
        };
        submitting.at("east");

        assertThat(offered.subList(0, 6)).allMatch(List::isEmpty);
        assertThat(offered.get(6)).containsExactly("east");
        assertThat(register.queue().centersToSubmitTo()).isEmpty();
    }

    @Test
    void whatAnotherServerHasClaimedSinceIsLeftToIt() {
        enter("one", 1);
        enter("two", 1);
        placing.place(() -> true);
        HandClock fast = new HandClock();
        fast.set(clock.instant().plus(Duration.ofMinutes(1)));
        RegisterForTests other = new RegisterForTests(world.sessions, world.caller, fast);
        List<AttemptFacts> theirs = new ArrayList<>();
        centers.get("east").meanwhile = () -> {
            clock.pass(Duration.ofSeconds(16));
            theirs.addAll(other.queue().claimToSubmit("east", Duration.ofSeconds(30), 50));
            submitting.prolong();
        };
        submitting.at("east");

        assertThat(theirs).hasSize(2);
        assertThat(centers.get("east").begun).hasSize(1);
        assertThat(register.queue().centersToSubmitTo()).isEmpty();
    }

    @Test
    void aJobThatIsStoppedWhileItIsSubmittedNeverRunsOn() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(() -> submitting.at("east")).hasMessage("killed");

        stop(id);
        clock.pass(Duration.ofMinutes(3));
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.STOPPED);
        assertThat(centers.get("east").running()).isEmpty();
        assertThat(attempt(id)).isEqualTo(AttemptState.CANCELLED);
        assertThatThrownBy(() -> stop(id)).isInstanceOf(Conflict.class);
    }

    @Test
    void aServerThatLosesItsLeaseInARoundPlacesNothingMore() {
        String id = enter("one", 1);
        placing.place(() -> false);
        assertThat(story(id).attempts()).isEmpty();

        placing.place(() -> true);
        assertThat(story(id).attempts()).hasSize(1);
    }

    @Test
    void oneBadAttemptHoldsUpNoOtherThatIsHandedOver() {
        String bad = enter("bad", 1);
        String good = enter("good", 1);
        placing.place(() -> true);
        centers.get("east").garbled.add(runtimeId(bad));
        rounds();
        assertThat(job(good).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job(bad).status()).isEqualTo(JobStatus.PENDING);

        centers.get("east").garbled.clear();
        rounds();

        assertThat(job(bad).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void oneBadAttemptHoldsUpNoOtherThatIsAskedFor() {
        String bad = enter("bad", 1);
        String good = enter("good", 1);
        rounds();
        centers.get("east").garbled.add(runtimeId(bad));
        stop(bad);
        end(good, 0);
        rounds();
        assertThat(job(good).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(story(bad).attempts().get(0).silentSince()).isNotNull();

        centers.get("east").garbled.clear();
        rounds();

        assertThat(attempt(bad)).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void whatShallEndIsToldTogetherAndOneBadAttemptHoldsUpNoOther() {
        List<String> ids = IntStream.range(0, 4)
                .mapToObj(number -> enter("job" + number, 1))
                .toList();
        rounds();
        ids.subList(0, 3).forEach(this::stop);
        rounds();
        assertThat(centers.get("east").cancels).containsExactly(3);
        assertThat(ids.subList(0, 3)).allSatisfy(id -> assertThat(attempt(id)).isEqualTo(AttemptState.CANCELLED));
        assertThat(attempt(ids.get(3))).isEqualTo(AttemptState.RUNNING);

        String bad = enter("bad", 1);
        rounds();
        centers.get("east").garbled.add(runtimeId(bad));
        stop(bad);
        stop(ids.get(3));
        rounds();
        assertThat(centers.get("east").cancels).containsExactly(3, 2, 1, 1);
        assertThat(attempt(ids.get(3))).isEqualTo(AttemptState.CANCELLED);
        assertThat(attempt(bad)).isEqualTo(AttemptState.RUNNING);
    }

    @Test
    void oneAttemptThatIsNotForgottenHoldsUpNoOther() {
        String bad = enter("bad", 1);
        String good = enter("good", 1);
        rounds();
        String runtimeId = runtimeId(good);
        centers.get("east").end(runtimeId(bad), 0);
        centers.get("east").end(runtimeId, 0);
        rounds();
        centers.get("east").garbled.add(runtimeId(bad));
        delete(bad);
        delete(good);
        clock.pass(Duration.ofSeconds(6));
        forgetting.forget();

        assertThat(centers.get("east").knows(runtimeId)).isFalse();
        assertThat(register.directory().job(UUID.fromString(good))).isEmpty();
        assertThat(register.directory().job(UUID.fromString(bad))).isPresent();
    }
}
