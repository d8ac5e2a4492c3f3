package org.computility.planning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.computility.planning.evaluation.SomeEvaluation.BOX;
import static org.computility.planning.evaluation.SomeEvaluation.at;

import java.time.Instant;
import java.util.UUID;
import org.computility.planning.evaluation.NewEvaluation.Truth;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class EvaluationRulesTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void candidatesHaveLabelsAndInstancesOfTheirOwn() {
        assertThatCode(() -> EvaluationRules.check(
                        some().candidate("b", OTHER).event(1, 1).wanted()))
                .doesNotThrowAnyException();
        refused(some().candidate("a", OTHER).event(1, 1), "member-invalid", "candidates[1].label");
        refused(some().candidate("b", OTHER, ONE).event(1, 1), "member-invalid", "candidates[1].instanceIds[1]");
    }

    @Test
    void allEventsAreToldByOneClock() {
        refused(
                some().event(new Truth("d", null, null, null, null, null, null, null)),
                "member-missing",
                "truth[0].from");
        refused(some().event(1, 2).inFile(1, 2.0), "member-invalid", "truth[1].mediaFrom");
        refused(some().inFile(1, 2.0).event(1, 2), "member-invalid", "truth[1].from");
        refused(
                some().event(new Truth(null, null, null, at(1), null, null, 2.0, null)),
                "member-invalid",
                "truth[0].mediaTo");
        refused(
                some().event(new Truth(null, null, null, null, at(1), 2.0, null, null)),
                "member-invalid",
                "truth[0].to");
    }

    @Test
    void anEventDoesNotEndBeforeItBegins() {
        refused(some().event(2, 1), "member-invalid", "truth[0].to");
        refused(some().inFile(2, 1.5), "member-invalid", "truth[0].mediaTo");
    }

    @Test
    void allEventsHaveBoxesOrNoneHas() {
        refused(some().event(1, 2, BOX).event(1, 2), "member-missing", "truth[1].box");
        refused(some().event(1, 2).event(1, 2, BOX), "member-invalid", "truth[1].box");
    }

    @Test
    void eventsLieInTheTimeThatIsJudged() {
        refused(some().event(1, 2).between(at(5), at(5)), "member-invalid", "to");
        refused(some().event(5, 6).event(1, 4).between(at(5), at(9)), "member-invalid", "truth[1].from");
        refused(some().event(9, 9).between(at(5), at(9)), "member-invalid", "truth[0].from");
        assertThatCode(() -> EvaluationRules.check(
                        some().event(1, 5).event(8, 99).between(at(5), at(9)).wanted()))
                .doesNotThrowAnyException();
        assertThatCode(() -> EvaluationRules.check(
                        some().inFile(1, null).between(at(5), at(9)).wanted()))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotAskedForIsAsLongAsTheTruth() {
        Terms terms = Terms.of(some().event(10, 20).event(5, 12).wanted());
        assertThat(terms.from()).isEqualTo(at(3));
        assertThat(terms.to()).isEqualTo(at(22).plusNanos(1000));
        assertThat(terms.boxed()).isFalse();
        assertThat(terms.tolerance()).isEqualTo(new Tolerance(2, null));

        Terms media = Terms.of(some().inFile(1.25, null).wanted());
        assertThat(media.from()).isEqualTo(Instant.EPOCH);
        assertThat(media.to()).isAfter("2999-01-01T00:00:00Z");
        assertThat(media.truth().get(0).to()).isEqualTo(1_250_000);
    }

    private static SomeEvaluation some() {
        return new SomeEvaluation().candidate("a", ONE);
    }

    private static void refused(SomeEvaluation wanted, String code, String member) {
        Rejected refusal = catchThrowableOfType(Rejected.class, () -> EvaluationRules.check(wanted.wanted()));
        assertThat(refusal).as(member).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.member()).isEqualTo(member);
    }

    @Test
    void whatWouldTakeTooLongIsRefused() {
        assertThatCode(() -> EvaluationRules.checkWork(100_000, 2_000)).doesNotThrowAnyException();

        Rejected refused = catchThrowableOfType(Rejected.class, () -> EvaluationRules.checkWork(100_000, 2_001));

        assertThat(refused.code()).isEqualTo("member-invalid");
        assertThat(refused).hasMessageContaining("closer together");
    }
}
