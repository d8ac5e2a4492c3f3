package org.computility.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.Address;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.InstanceBuilder;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class PlanRulesTest {

    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final PlanType TYPE = PlanType.VIDEO_REALTIME;

    private final PlanRules rules = SomeRules.knowing("MOTION");

    @Test
    void answersTheInstancesOfANewPlanComplete() {
        InstanceSpec pinned =
                InstanceSpec.on(SomeRules.SERVICE).stream("rtsp://192.0.2.1/a").build();

        List<InstanceDraft> drafts = rules.create(NewPlan.periodic("p", TYPE, List.of(pinned)), ORGANISATION);

        assertThat(drafts).singleElement().satisfies(draft -> {
            assertThat(draft.place()).isEqualTo("instances[0]");
            assertThat(draft.spec().algoDefCode()).isEqualTo("MOTION");
        });
    }

    @Test
    void knowsNoCapabilityThatNoPackageBrings() {
        List<InstanceSpec> specs = List.of(spec("MOTION").build(), spec("SMOKE").build());

        unknown("instances[1].algoDefCode", () -> rules.create(NewPlan.periodic("p", TYPE, specs), ORGANISATION));
        unknown(
                "inspection.instances[1].algoDefCode",
                () -> rules.create(
                        NewPlan.inspective("p", TYPE, new InspectionSpec(1, 10, null, specs, false)), ORGANISATION));
        unknown("instances[1].algoDefCode", () -> rules.add(specs, TYPE, ORGANISATION));
        unknown("instance.algoDefCode", () -> rules.change(specs.get(1), TYPE, ORGANISATION));
    }

    @Test
    void leavesTheCapabilityOfADirectNodeToIt() {
        InstanceSpec direct = spec("SMOKE").device(SomeRules.DIRECT_NODE).build();

        assertThat(rules.change(direct, TYPE, ORGANISATION)).isEqualTo(direct);
    }

    @Test
    void leavesTheInstancesOfAPlanAloneThatAChangeDoesNotGive() {
        PlanChange renamed = new PlanChange("q", null, null, null, null, null, null);

        assertThat(rules.update(renamed, PlanMode.PERIODIC, TYPE, ORGANISATION)).isEmpty();
    }

    @Test
    void refusesAnotherTypeOrModeThanThePlans() {
        PlanChange same = new PlanChange(TYPE, PlanMode.PERIODIC, "q", null, null, null, null, null, null);
        PlanChange mode = new PlanChange(null, PlanMode.INSPECTIVE, null, null, null, null, null, null, null);
        PlanChange type = new PlanChange(PlanType.VIDEO_FILE, null, null, null, null, null, null, null, null);

        assertThat(rules.update(same, PlanMode.PERIODIC, TYPE, ORGANISATION)).isEmpty();
        assertThatThrownBy(() -> rules.update(mode, PlanMode.PERIODIC, TYPE, ORGANISATION))
                .hasMessageContaining("stays as it is: PERIODIC");
        assertThatThrownBy(() -> rules.update(type, PlanMode.PERIODIC, TYPE, ORGANISATION))
                .hasMessageContaining("stays as it is: " + TYPE);
    }

    @Test
    void refusesAReceiverBehindTheGuardByItsPlace() {
        InstanceSpec stream = spec("MOTION").build();
        List<Address> receivers = List.of(
                new Address("rulesParams[0].resultReceiveUrl[0]", "https://example.org/"),
                new Address("rulesParams[0].resultReceiveUrl[1]", "https://forbidden.example.org/"));
        InstanceSpec spec =
                new InstanceSpec(null, "MOTION", null, 0, null, stream.inputs(), receivers, TaskDocument.EMPTY);

        assertThatThrownBy(() -> rules.add(List.of(stream, spec), TYPE, ORGANISATION))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.member())
                                .isEqualTo("instances[1].rulesParams[0].resultReceiveUrl[1]"));
    }

    private static InstanceBuilder spec(String code) {
        return InstanceSpec.of(code).stream("rtsp://192.0.2.1/a");
    }

    private static void unknown(String member, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(NotFound.class)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.member()).isEqualTo(member))
                .hasMessage(member + " names no capability: there is no SMOKE.");
    }
}
