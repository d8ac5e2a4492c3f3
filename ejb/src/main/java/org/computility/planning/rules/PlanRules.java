package org.computility.planning.rules;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.algorithms.Capabilities;
import org.computility.compute.ComputeNodes;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.serving.ServiceKeeping;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundGuard;

/** Refuses plans that the standard's tables or this platform do not allow, and answers what is to be planned. */
@Stateless
public class PlanRules {

    @EJB
    Capabilities capabilities;

    @EJB
    ComputeNodes nodes;

    @EJB
    ServiceKeeping services;

    @Inject
    OutboundGuard guard;

    private final PlanningConfig config;

    /** For the container; with this server's settings. */
    public PlanRules() {
        this(PlanningConfig.current());
    }

    PlanRules(PlanningConfig config) {
        this.config = config;
    }

    /** The instances of a new plan of the organisation, complete, their capabilities known. */
    public List<InstanceDraft> create(NewPlan plan, UUID organisationId) {
        PlanMembers.checkNew(plan);
        return known(
                update(plan.content(), plan.mode(), plan.type(), organisationId).orElseThrow());
    }

    /**
     * The instances that a plan of that mode, type and organisation shall have; empty when the plan keeps its
     * instances. Their capabilities are still to be checked.
     */
    public Optional<List<InstanceDraft>> update(PlanChange change, PlanMode mode, PlanType type, UUID organisationId) {
        checkSame("type", change.type(), type);
        checkSame("mode", change.mode(), mode);
        PlanMembers.check(change, mode);
        return PlanMembers.instances(change, mode)
                .map(drafts -> instanceRules(organisationId).checked(drafts, type));
    }

    private static void checkSame(String member, Object given, Object present) {
        if (given != null && given != present) {
            throw new Rejected(
                    "member-invalid",
                    new Member(member),
                    "{member} of a plan stays as it is: " + present + ". Make another plan.");
        }
    }

    /** Instances to be added to a plan of that type and organisation (C.8), complete, their capabilities known. */
    public List<InstanceDraft> add(List<InstanceSpec> specs, PlanType type, UUID organisationId) {
        return known(instanceRules(organisationId).checked(InstanceDraft.of("instances", specs), type));
    }

    /** What an instance shall do from now on (C.9), complete, its capability known. */
    public InstanceSpec change(InstanceSpec spec, PlanType type, UUID organisationId) {
        List<InstanceDraft> one = List.of(new InstanceDraft("instance", spec));
        return known(instanceRules(organisationId).checked(one, type)).get(0).spec();
    }

    /**
     * A capability that no package of the caller brings can only be one of a node that takes tasks directly.
     *
     * @throws NotFound {@code capability-unknown}
     */
    public List<InstanceDraft> known(List<InstanceDraft> drafts) {
        Set<String> known = capabilities.known(
                drafts.stream().map(draft -> draft.spec().algoDefCode()).collect(Collectors.toSet()));
        for (InstanceDraft draft : drafts) {
            String code = draft.spec().algoDefCode();
            if (!known.contains(code) && !isDirect(draft.spec().deviceId())) {
                throw new NotFound(
                        "capability-unknown",
                        draft.member("algoDefCode"),
                        "{member} names no capability: there is no " + code + ".");
            }
        }
        return drafts;
    }

    private boolean isDirect(String deviceId) {
        return deviceId != null
                && nodes.find(deviceId).filter(node -> !node.servesAlgorithms()).isPresent();
    }

    private InstanceRules instanceRules(UUID organisationId) {
        // Thousands of instances name few receivers and services; each is asked for once.
        Set<String> checked = new HashSet<>();
        Map<UUID, Set<String>> offers = new HashMap<>();
        InputRules inputs = new InputRules(config.mediaFolder().orElse(null), (member, url) -> {
            if (!checked.contains(url)) {
                guard.check(member, url);
                checked.add(url);
            }
        });
        Map<Set<String>, List<String>> forEvents = new HashMap<>();
        return new InstanceRules(
                inputs,
                service -> offers.computeIfAbsent(service, id -> services.algoDefCodes(id, organisationId)),
                events -> forEvents.computeIfAbsent(events, all -> capabilities.forEvents(all, organisationId)));
    }
}
