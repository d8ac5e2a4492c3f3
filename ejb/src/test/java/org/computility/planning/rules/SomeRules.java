package org.computility.planning.rules;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.algorithms.Capabilities;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.serving.ServiceKeeping;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundGuard;

/** The rules over a small world: some capabilities, one node that takes tasks directly, one service, one forbidden host. */
public final class SomeRules {

    public static final String DIRECT_NODE = "camera";
    public static final UUID SERVICE = UUID.randomUUID();

    private SomeRules() {}

    /** Knows these capabilities; the service offers the first of them. */
    public static PlanRules knowing(String... codes) {
        PlanRules rules = new PlanRules(new PlanningConfig(Optional.empty()));
        rules.capabilities = new Capabilities() {
            @Override
            public Set<String> known(Collection<String> asked) {
                return asked.stream().filter(Set.of(codes)::contains).collect(Collectors.toSet());
            }
        };
        rules.nodes = new ComputeNodes() {
            @Override
            public Optional<NodeView> find(String code) {
                return Optional.of(code).filter(DIRECT_NODE::equals).map(SomeRules::node);
            }
        };
        rules.services = new ServiceKeeping() {
            @Override
            public Set<String> algoDefCodes(UUID serviceId, UUID organisationId) {
                return Set.of(codes[0]);
            }
        };
        rules.guard = new OutboundGuard() {
            @Override
            public URI check(Member member, String url) {
                if (url.contains("forbidden")) {
                    throw new Rejected("url-refused", member, "{member} leads to an internal address.");
                }
                return URI.create(url);
            }
        };
        return rules;
    }

    private static NodeView node(String code) {
        return new NodeView(
                code, "CAMERA", "192.0.2.1", 80, true, false, UUID.randomUUID(), Instant.EPOCH, Instant.EPOCH);
    }
}
