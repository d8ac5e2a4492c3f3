package org.computility.compute.monitoring;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.computility.compute.ComputeCode;
import org.computility.compute.ComputeNodes;
import org.computility.compute.ComputeType;
import org.computility.compute.NodeView;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** The live picture of the registered compute (T/BAX 0006.5 annex G). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComputeMonitoring {

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ComputeNodes nodes;

    @Inject
    private LiveFigures live;

    @Inject
    private FiguresKeeping kept;

    /**
     * One page of the caller's compute. Online nodes are asked now. A node that is offline, or does not answer in time,
     * is shown with the figures that it last gave, if any.
     *
     * @param code null: of any code
     * @param type null: of any type
     * @param page sorted by some of {@link ComputeNodes#SORTABLE}
     */
    public Page<ComputilityView> search(String code, String type, PageRequest page) {
        Caller reader = currentCaller.require(Role.READERS);
        if (code != null) {
            ComputeCode.check(new Member("computeCode"), code);
        }
        String known = type == null ? null : ComputeType.of(type);
        Page<NodeView> found = nodes.search(code, known, reader, page);
        Map<String, List<JsonObject>> figures = figures(found.content());
        return found.map(node -> info(node, figures.get(node.code())));
    }

    /**
     * The kinds of accelerator cards that the node tells of ({@code XpuType}), now or when it last answered; empty when it
     * never gave figures.
     */
    public Optional<Set<String>> acceleratorsOf(NodeView node) {
        return Optional.ofNullable(figures(List.of(node)).get(node.code())).map(ComputeMonitoring::cards);
    }

    /** Asks these nodes now and keeps what they tell. */
    public void renew(List<NodeView> nodes) {
        figures(nodes);
    }

    static Set<String> cards(List<JsonObject> devices) {
        Set<String> types = new TreeSet<>();
        for (JsonObject device : devices) {
            JsonArray monitors =
                    device.get("XpuMonitors") instanceof JsonArray told ? told : JsonValue.EMPTY_JSON_ARRAY;
            for (JsonValue monitor : monitors) {
                if (monitor instanceof JsonObject card && card.get("XpuType") instanceof JsonString type) {
                    types.add(type.getString());
                }
            }
        }
        return types;
    }

    private Map<String, List<JsonObject>> figures(List<NodeView> nodes) {
        LiveFigures.Answers answers = live.ask(
                nodes.stream().filter(NodeView::online).map(NodeView::code).toList());
        if (!answers.fresh().isEmpty()) {
            kept.keep(answers.fresh());
        }
        Map<String, List<JsonObject>> figures = new HashMap<>(answers.all());
        List<String> silent = nodes.stream()
                .map(NodeView::code)
                .filter(code -> !figures.containsKey(code))
                .toList();
        if (!silent.isEmpty()) {
            figures.putAll(kept.last(silent));
        }
        return figures;
    }

    static ComputilityView info(NodeView node, List<JsonObject> told) {
        if (told == null || told.size() <= 1) {
            return new ComputilityView(
                    node.code(), List.of(only(node, told == null || told.isEmpty() ? null : told.get(0))));
        }
        return new ComputilityView(
                node.code(),
                told.stream().map(machine -> oneOfSeveral(node, machine)).toList());
    }

    // Whether a node is online is the platform's to say; everything else is the node's.
    private static JsonObject only(NodeView node, JsonObject told) {
        JsonObject figures = told == null ? JsonValue.EMPTY_JSON_OBJECT : told;
        return JSON.createObjectBuilder()
                .add("DeviceID", node.code())
                .add("IP", node.host())
                .addAll(JSON.createObjectBuilder(figures))
                .add("IsOnline", node.online())
                .build();
    }

    // Of its single machines only the node knows which are on; while the node itself is offline, none is known to be.
    private static JsonObject oneOfSeveral(NodeView node, JsonObject told) {
        return JSON.createObjectBuilder(told)
                .add("IsOnline", node.online() && !JsonValue.FALSE.equals(told.get("IsOnline")))
                .build();
    }
}
