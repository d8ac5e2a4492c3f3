package org.computility.planning.rules;

import java.util.List;
import java.util.Optional;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.periodic.PlanDayTime;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The rules between the members of a plan (tables C.1, C.2 and C.4). */
final class PlanMembers {

    private static final String INSTANCES = "instances";
    private static final String INSPECTION = "inspection";

    private PlanMembers() {}

    /** Refuses a new plan that lacks anything that its mode needs, or has what does not go with it. */
    static void checkNew(NewPlan plan) {
        if (plan.mode() == PlanMode.PERIODIC && plan.instances() == null) {
            throw missing(INSTANCES, "a PERIODIC plan needs it");
        }
        if (plan.mode() == PlanMode.INSPECTIVE && plan.inspection() == null) {
            throw missing(INSPECTION, "an INSPECTIVE plan needs it");
        }
        check(plan.content(), plan.mode());
        if (plan.mode() == PlanMode.INSPECTIVE) {
            checkComplete(plan.inspection());
        }
    }

    /** Refuses what does not go with the plan's mode. */
    static void check(PlanChange change, PlanMode mode) {
        if (mode == PlanMode.PERIODIC && change.inspection() != null) {
            throw misplaced(INSPECTION, mode);
        }
        if (mode == PlanMode.INSPECTIVE
                && change.instances() != null
                && !change.instances().isEmpty()) {
            throw misplaced(INSTANCES, mode);
        }
        List<String> windows = change.planDayTime() == null ? List.of() : change.planDayTime();
        for (int i = 0; i < windows.size(); i++) {
            PlanDayTime.parse(new Member("planDayTime[" + i + "]"), windows.get(i));
        }
    }

    /** The instances that the plan shall have, each with its place; empty when the plan keeps its instances. */
    static Optional<List<InstanceDraft>> instances(PlanChange change, PlanMode mode) {
        if (mode == PlanMode.PERIODIC) {
            return Optional.ofNullable(change.instances()).map(specs -> listed(INSTANCES, specs));
        }
        return Optional.ofNullable(change.inspection())
                .filter(inspection -> inspection.instances() != null)
                .map(PlanMembers::instances);
    }

    private static List<InstanceDraft> instances(InspectionSpec inspection) {
        return inspection.alone()
                ? List.of(new InstanceDraft(
                        INSPECTION + ".instance", inspection.instances().get(0)))
                : listed(INSPECTION + "." + INSTANCES, inspection.instances());
    }

    private static List<InstanceDraft> listed(String place, List<InstanceSpec> specs) {
        if (specs.isEmpty()) {
            throw missing(place + "[0]", "at least one is needed");
        }
        return InstanceDraft.of(place, specs);
    }

    private static void checkComplete(InspectionSpec inspection) {
        requireGiven("concurrency", inspection.concurrency());
        requireGiven("duration", inspection.duration());
        requireGiven(INSTANCES, inspection.instances());
    }

    private static void requireGiven(String member, Object value) {
        if (value == null) {
            throw missing(INSPECTION + "." + member, "table C.2 requires it");
        }
    }

    private static Rejected missing(String member, String why) {
        return new Rejected("member-missing", new Member(member), "{member} is missing: " + why + ".");
    }

    private static Rejected misplaced(String member, PlanMode mode) {
        return new Rejected("member-invalid", new Member(member), "{member} does not go with Mode " + mode + ".");
    }
}
