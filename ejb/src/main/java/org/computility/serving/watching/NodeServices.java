package org.computility.serving.watching;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.computility.compute.ComputeNodes;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;

/** The services of nodes as a person watches them. */
@Stateless
public class NodeServices {

    /** A page shows no more services of one node. */
    public static final int MOST = 200;

    @Inject
    private ServicesOfNodes services;

    @EJB
    private ComputeNodes nodes;

    @Inject
    private CurrentCaller caller;

    /**
     * The services of one of the caller's nodes, the newest {@value #MOST} first; 404 {@code compute-unknown} for any
     * other node.
     */
    public List<WatchedService> at(String computeCode) {
        nodes.get(computeCode, caller.require(Role.WATCHERS));
        return services.newest(computeCode, MOST);
    }

    /**
     * How many services the nodes have, for callers that know who may see which; nodes without services are missing.
     */
    public List<ServiceCount> counts(Collection<String> computeCodes) {
        return services.counts(computeCodes.toArray(String[]::new));
    }

    /** The services, whoever owns them, for callers that know who may see which; unknown services are missing. */
    public List<WatchedService> of(Collection<UUID> ids) {
        return services.of(ids.toArray(UUID[]::new));
    }

    /**
     * A mark of each organisation's services, which changes when services come or go; an organisation without services
     * is missing.
     */
    public List<ServiceMark> marks() {
        return services.marks();
    }

    /** True when the caller may load and unload, not only look. */
    public boolean mayChange() {
        return caller.isOneOf(Role.OPERATORS);
    }
}
