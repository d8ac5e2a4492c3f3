package org.computility.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class PlanMembersTest {

    private static final InstanceSpec SPEC =
            InstanceSpec.of("M").stream("rtsp://192.0.2.1/a").build();
    private static final InspectionSpec INSPECTION = new InspectionSpec(5, 10, null, List.of(SPEC, SPEC), false);

    @Test
    void eachModeNeedsItsInstances() {
        refused(
                NewPlan.periodic("p", PlanType.VIDEO_REALTIME, null),
                "member-missing",
                "instances",
                "instances is missing: a PERIODIC plan needs it.");
        refused(
                NewPlan.inspective("p", PlanType.VIDEO_REALTIME, null),
                "member-missing",
                "inspection",
                "inspection is missing: an INSPECTIVE plan needs it.");
    }

    @Test
    void aNewInspectionIsWhole() {
        missing(new InspectionSpec(null, 10, null, List.of(SPEC), false), "inspection.concurrency");
        missing(new InspectionSpec(5, null, null, List.of(SPEC), false), "inspection.duration");
        missing(new InspectionSpec(5, 10, null, null, false), "inspection.instances");
    }

    @Test
    void aChangedInspectionSaysWhatItLikes() {
        PlanChange change =
                new PlanChange(null, null, null, null, null, null, new InspectionSpec(6, null, null, null, false));

        assertThatCode(() -> PlanMembers.check(change, PlanMode.INSPECTIVE)).doesNotThrowAnyException();
        assertThat(PlanMembers.instances(change, PlanMode.INSPECTIVE)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotGoWithTheMode() {
        NewPlan both = new NewPlan(
                "p", PlanType.VIDEO_REALTIME, PlanMode.PERIODIC, null, null, false, false, List.of(SPEC), INSPECTION);

        refused(both, "member-invalid", "inspection", "inspection does not go with Mode PERIODIC.");
        refused(
                inspective(List.of(SPEC)),
                "member-invalid",
                "instances",
                "instances does not go with Mode INSPECTIVE.");
    }

    @Test
    void takesAnEmptyListForNoneWhereThePlanHasAnInspection() {
        NewPlan plan = inspective(List.of());

        assertThatCode(() -> PlanMembers.checkNew(plan)).doesNotThrowAnyException();
        assertThat(PlanMembers.instances(plan.content(), PlanMode.INSPECTIVE).orElseThrow())
                .hasSize(2);
    }

    @Test
    void missesTheFirstInstanceOfAnEmptyList() {
        assertThatThrownBy(() -> instances(NewPlan.periodic("p", PlanType.VIDEO_REALTIME, List.of())))
                .isInstanceOf(Rejected.class)
                .hasMessage("instances[0] is missing: at least one is needed.");
        InspectionSpec empty = new InspectionSpec(5, 10, null, List.of(), false);
        assertThatThrownBy(() -> instances(NewPlan.inspective("p", PlanType.VIDEO_REALTIME, empty)))
                .isInstanceOf(Rejected.class)
                .hasMessage("inspection.instances[0] is missing: at least one is needed.");
    }

    @Test
    void saysWhereEachInstanceStands() {
        InspectionSpec alone = new InspectionSpec(5, 10, null, List.of(SPEC), true);

        assertThat(instances(NewPlan.periodic("p", PlanType.VIDEO_REALTIME, List.of(SPEC, SPEC))))
                .extracting(InstanceDraft::place)
                .containsExactly("instances[0]", "instances[1]");
        assertThat(instances(NewPlan.inspective("p", PlanType.VIDEO_REALTIME, INSPECTION)))
                .extracting(InstanceDraft::place)
                .containsExactly("inspection.instances[0]", "inspection.instances[1]");
        assertThat(instances(NewPlan.inspective("p", PlanType.VIDEO_REALTIME, alone)))
                .extracting(InstanceDraft::place)
                .containsExactly("inspection.instance");
    }

    @Test
    void onlyOneInstanceStandsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InspectionSpec(5, 10, null, List.of(SPEC, SPEC), true));
    }

    @Test
    void namesTheWindowThatIsNone() {
        List<String> windows = List.of("1,7:00,9:00", "Monday");
        PlanChange change = new PlanChange(null, null, windows, null, null, null, null);

        assertThatThrownBy(() -> PlanMembers.check(change, PlanMode.PERIODIC))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("planDayTime[1]"));
    }

    private static NewPlan inspective(List<InstanceSpec> beside) {
        return new NewPlan(
                "p", PlanType.VIDEO_REALTIME, PlanMode.INSPECTIVE, null, null, false, false, beside, INSPECTION);
    }

    private static List<InstanceDraft> instances(NewPlan plan) {
        return PlanMembers.instances(plan.content(), plan.mode()).orElseThrow();
    }

    private static void missing(InspectionSpec inspection, String member) {
        refused(
                NewPlan.inspective("p", PlanType.VIDEO_REALTIME, inspection),
                "member-missing",
                member,
                member + " is missing: table C.2 requires it.");
    }

    private static void refused(NewPlan plan, String code, String member, String message) {
        assertThatThrownBy(() -> PlanMembers.checkNew(plan))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.member()).isEqualTo(member);
                })
                .hasMessage(message);
    }
}
