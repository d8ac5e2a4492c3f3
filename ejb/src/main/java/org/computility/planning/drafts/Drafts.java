package org.computility.planning.drafts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.algorithms.Capabilities;
import org.computility.compute.ComputeNodes;
import org.computility.serving.ServiceKeeping;
import org.computility.shared.NotFound;
import org.computility.shared.outbound.OutboundGuard;

/** Reads what a request wants planned, and refuses what the standard's tables or this platform do not allow. */
@Stateless
public class Drafts {

    @EJB
    private Capabilities capabilities;

    @EJB
    private ComputeNodes nodes;

    @EJB
    private ServiceKeeping services;

    @Inject
    private OutboundGuard guard;

    private final PlanningConfig config = PlanningConfig.current();

    /** A new plan of the organisation, complete, its capabilities known. */
    public PlanDraft create(JsonObject body, UUID organisationId) {
        PlanDraft draft = new PlanReader(infoReader(organisationId)).create(body);
        checkCapabilities(draft.instances());
        return draft;
    }

    /** Changes of a plan of that mode, type and organisation; its capabilities are still to be checked. */
    public PlanDraft update(JsonObject body, PlanMode mode, PlanType type, UUID organisationId) {
        return new PlanReader(infoReader(organisationId)).update(body, mode, type);
    }

    /** Instances to be added to a plan of that type and organisation (C.8), their capabilities known. */
    public List<TaskInfo> add(JsonObject body, PlanType type, UUID organisationId) {
        List<TaskInfo> infos =
                infoReader(organisationId).readAll("AlgoTaskInfos", body.getJsonArray("AlgoTaskInfos"), type);
        checkCapabilities(infos);
        return infos;
    }

    /** The given members laid over those that an instance has (C.9); the whole is complete, its capability known. */
    public TaskInfo change(JsonObject present, JsonObject body, PlanType type, UUID organisationId) {
        JsonObject whole = TaskInfoReader.merged(present, TaskInfoReader.unwrapped("", body));
        TaskInfo info = infoReader(organisationId).read("AlgoTaskInfo", whole, type);
        checkCapabilities(List.of(info));
        return info;
    }

    /** The AlgoTaskInfo in a body, whether it is wrapped or the body itself. */
    public static JsonObject info(JsonObject body) {
        return TaskInfoReader.unwrapped("TaskInfo", body);
    }

    /**
     * A capability that no package brings can only be one of a node that takes tasks directly.
     *
     * @throws NotFound {@code capability-unknown}
     */
    public void checkCapabilities(List<TaskInfo> infos) {
        Set<String> known =
                capabilities.known(infos.stream().map(TaskInfo::algoDefCode).collect(Collectors.toSet()));
        for (TaskInfo info : infos) {
            boolean direct = !known.contains(info.algoDefCode())
                    && info.deviceId() != null
                    && nodes.find(info.deviceId())
                            .filter(node -> !node.servesAlgorithms())
                            .isPresent();
            if (!known.contains(info.algoDefCode()) && !direct) {
                throw new NotFound(
                        "capability-unknown",
                        info.member() + ".AlgoDefCode",
                        "There is no capability " + info.algoDefCode() + ".");
            }
        }
    }

    private TaskInfoReader infoReader(UUID organisationId) {
        // Thousands of instances name few receivers and services; each is asked for once.
        Set<String> checked = new HashSet<>();
        Map<UUID, Set<String>> offers = new HashMap<>();
        return new TaskInfoReader(
                new StreamRules(config.mediaFolder().orElse(null), (member, url) -> {
                    if (!checked.contains(url)) {
                        guard.check(member, url);
                        checked.add(url);
                    }
                }),
                service -> offers.computeIfAbsent(service, id -> services.algoDefCodes(id, organisationId)));
    }
}
