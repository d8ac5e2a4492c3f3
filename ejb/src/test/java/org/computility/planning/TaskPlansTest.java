package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.operations.BatchRuns;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewInstances;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.rules.SomeRules;
import org.computility.planning.state.InstanceState;
import org.computility.results.ResultSource;
import org.computility.results.ResultSources;
import org.computility.shared.FiredEvents;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doors as the console, a job or a test calls them: records in, views out, no JSON on either side. */
class TaskPlansTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Caller OPERATOR =
            new Caller(UUID.randomUUID(), "operator", PlanningRows.ORGANISATION, Set.of(Role.OPERATOR), null);

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final TaskPlans plans = new TaskPlans();
    private final TaskInstances instances = new TaskInstances();
    private final List<UUID> sources = new ArrayList<>();
    private int starts;

    @BeforeEach
    void assemble() {
        plans.writing = new PlanWriting();
        plans.writing.plans = new Plans_(SESSION);
        plans.writing.instances = new Instances_(SESSION);
        plans.writing.batchRuns = new BatchRuns();
        plans.writing.rules = SomeRules.knowing("MOTION");
        plans.writing.sources = new KnownSources();
        plans.writing.stopped = new FiredEvents<>();
        plans.writing.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        plans.reading = new PlanReading();
        plans.reading.plans = plans.writing.plans;
        plans.reading.instances = plans.writing.instances;
        plans.dispatch = new CountedStarts();
        plans.caller = new CurrentCaller();
        plans.caller.set(OPERATOR);
        instances.writing = new InstanceWriting();
        instances.writing.plans = plans.writing.plans;
        instances.writing.instances = plans.writing.instances;
        instances.writing.rules = plans.writing.rules;
        instances.writing.sources = plans.writing.sources;
        instances.writing.clock = plans.writing.clock;
        instances.reading = new InstanceReading();
        instances.reading.instances = plans.writing.instances;
        instances.dispatch = plans.dispatch;
        instances.caller = plans.caller;
    }

    @Test
    void makesStartsAndShowsAPlan() {
        long id = create(
                NewPlan.periodic("gate", PlanType.VIDEO_REALTIME, List.of(camera("camera-1"), camera("camera-2"))));
        rows.commit(() -> {
            plans.start(id);
            return true;
        });

        PlanView plan = plans.get(id);
        assertThat(plan.name()).isEqualTo("gate");
        assertThat(plan.status()).isEqualTo("ON");
        assertThat(plan.totalCount()).isEqualTo(2);
        assertThat(plan.startingCount()).isEqualTo(2);
        assertThat(plan.algoTaskInfos().tasks())
                .extracting(task -> task.document().json().getString("DeviceID"))
                .containsExactly("camera-1", "camera-2");
        assertThat(starts).isEqualTo(1);
        assertThat(sources).hasSize(2);
    }

    @Test
    void showsTheOnlyInstanceOfAnInspectionAloneWhereItCameAlone() {
        long alone = create(inspection(new InspectionSpec(5, 10, 3, List.of(camera("camera-1")), true)));
        long listed = create(inspection(new InspectionSpec(5, 10, null, List.of(camera("camera-1")), false)));

        assertThat(plans.get(alone).inspectionPlan().taskInfo().alone()).isTrue();
        assertThat(plans.get(alone).inspectionPlan().roundLimit()).isEqualTo(3);
        assertThat(plans.get(listed).inspectionPlan().taskInfo().alone()).isFalse();
        assertThat(plans.get(listed).algoTaskInfos()).isNull();
    }

    @Test
    void aGivenListBecomesThePlans() {
        long id = create(
                NewPlan.periodic("gate", PlanType.VIDEO_REALTIME, List.of(camera("camera-1"), camera("camera-2"))));
        UUID kept = plans.get(id).algoTaskInfos().tasks().get(0).id();
        InstanceSpec moved = camera("camera-3");
        InstanceSpec change = new InstanceSpec(
                InstanceIds.of(kept), "MOTION", "camera-3", 0, null, moved.inputs(), List.of(), moved.document());

        rows.commit(() -> {
            plans.update(id, new PlanChange("north gate", null, null, null, null, List.of(change), null));
            return true;
        });

        PlanView plan = plans.get(id);
        assertThat(plan.name()).isEqualTo("north gate");
        assertThat(plan.algoTaskInfos().tasks()).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo(kept);
            assertThat(task.document().json()).isEqualTo(moved.document().json());
        });
    }

    @Test
    void addsInstancesAndLaysAChangeOverOne() {
        long id = create(NewPlan.periodic("gate", PlanType.VIDEO_REALTIME, List.of(camera("camera-1"))));
        rows.commit(() -> {
            instances.add(new NewInstances(id, List.of(camera("camera-2")), false));
            return true;
        });
        UUID second = plans.get(id).algoTaskInfos().tasks().get(1).id();

        rows.commit(() -> {
            instances.change(
                    InstanceIds.of(second),
                    present -> new InstanceSpec(
                            null,
                            "MOTION",
                            null,
                            9,
                            null,
                            camera("camera-2").inputs(),
                            List.of(),
                            present.withPriority(9)));
            return true;
        });

        InstanceView changed = instances.get(InstanceIds.of(second));
        assertThat(changed.state()).isEqualTo(InstanceState.PAUSED);
        assertThat(changed.task().document().json().getInt("Priority")).isEqualTo(9);
        assertThat(changed.task().document().json().getString("DeviceID")).isEqualTo("camera-2");
        assertThat(rows.count("task_instance where id = ?1 and priority = 9 and device_id is null", second))
                .isEqualTo(1);
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        InstanceSpec unknown =
                InstanceSpec.of("SMOKE").stream("rtsp://192.0.2.1/a").build();
        InstanceSpec blind = InstanceSpec.of("MOTION").build();
        long before = rows.count("task_plan");

        assertThatThrownBy(() -> create(NewPlan.periodic("p", PlanType.VIDEO_REALTIME, List.of(unknown))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> create(NewPlan.periodic("p", PlanType.VIDEO_REALTIME, List.of(blind))))
                .isInstanceOf(Rejected.class);
        assertThat(rows.count("task_plan")).isEqualTo(before);
    }

    @Test
    void findsPlansByWhatTheyAre() {
        long id = create(inspection(new InspectionSpec(5, 10, 3, List.of(camera("camera-77")), false)));

        assertThat(plans.search(search(PlanType.VIDEO_REALTIME, "camera-77")).content())
                .extracting(PlanView::id)
                .containsExactly(id);
        assertThat(plans.search(search(PlanType.VIDEO_FILE, "camera-77")).content())
                .isEmpty();
    }

    private static PlanSearch search(PlanType type, String device) {
        PageRequest page = new PageRequest(1, 10, List.of(new PageRequest.Order("createdAt", true)));
        return new PlanSearch(null, "OFF", null, type, null, null, List.of(device), null, page, NOW, null);
    }

    private static InstanceSpec camera(String device) {
        return InstanceSpec.of("MOTION").device(device).stream("rtsp://192.0.2.1/" + device)
                .build();
    }

    private static NewPlan inspection(InspectionSpec inspection) {
        return NewPlan.inspective("round", PlanType.VIDEO_REALTIME, inspection);
    }

    private long create(NewPlan plan) {
        return rows.commit(() -> plans.create(plan));
    }

    private final class KnownSources extends ResultSources {
        @Override
        public void add(List<ResultSource> more) {
            more.forEach(source -> sources.add(source.instanceId()));
        }
    }

    private final class CountedStarts extends Dispatch {
        @Override
        public void startDue() {
            starts++;
        }
    }
}
