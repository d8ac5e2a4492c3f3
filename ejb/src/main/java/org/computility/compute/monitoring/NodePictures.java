package org.computility.compute.monitoring;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;

/**
 * The nodes as a person watches them. A person sees what a node last told, and waits for no node; only who has figures
 * renewed waits. Administrators see all nodes, operators and auditors those of their organisation.
 */
@Stateless
public class NodePictures {

    @Inject
    private Pictures pictures;

    @EJB
    private ComputeMonitoring monitoring;

    @Inject
    private CurrentCaller caller;

    /** How many of the caller's nodes the filter leaves. */
    public long count(NodeFilter filter) {
        return pictures.count(reader().scope(), filter.code(), text(filter.online()));
    }

    /** The nodes that the filter leaves, behind the first so many, in the order of their codes. */
    public List<NodePicture> page(NodeFilter filter, int first, int size) {
        return views(pictures.page(reader().scope(), filter.code(), text(filter.online()), size, first));
    }

    /** One of the caller's nodes; 404 {@code compute-unknown} for any other. */
    public NodePicture get(String code) {
        Caller reader = reader();
        return of(List.of(code)).stream()
                .filter(found -> reader.sees(found.node().organisationId()))
                .findFirst()
                .orElseThrow(() -> ComputeNodes.unknown(code));
    }

    /**
     * These nodes, whoever owns them, for callers that know who may see which. Unknown nodes, and texts that are no
     * code, are missing.
     */
    public List<NodePicture> of(Collection<String> codes) {
        return views(pictures.of(
                codes.stream().filter(code -> code.matches("[0-9]{20}")).toArray(String[]::new)));
    }

    /**
     * A mark of each organisation's nodes, which changes when nodes come or go; an organisation without nodes is
     * missing.
     */
    public List<NodeMark> marks() {
        return pictures.marks();
    }

    /** The same for nodes that ever told figures: the mark changes when a node tells figures for the first time. */
    public List<NodeMark> marksOfTold() {
        return pictures.marksOfTold();
    }

    /** Asks the online nodes among these for fresh figures. Takes as long as the slowest answer. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void renew(Collection<String> codes) {
        List<NodeView> online = of(codes).stream()
                .map(NodePicture::node)
                .filter(NodeView::online)
                .toList();
        monitoring.renew(online);
    }

    private Caller reader() {
        return caller.require(Role.WATCHERS);
    }

    private static String text(Boolean online) {
        return online == null ? null : online.toString();
    }

    private static List<NodePicture> views(List<PictureRow> rows) {
        return rows.stream().map(PictureRow::picture).toList();
    }
}
