package org.computility.compute.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.compute.NodeAddress;
import org.computility.compute.NodeAddresses;
import org.computility.compute.events.DueNodes.Due;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;

/** Asks some nodes what they hold, and hands the answers of all nodes together to the rooms that keep the pictures. */
final class Comparison {

    private static final Logger LOG = Logger.getLogger(Comparison.class.getName());

    private final List<NodeHolding<?>> holdings;
    private final NodeAddresses addresses;
    private final Accelerators accelerators;
    private final Clock clock;

    Comparison(List<NodeHolding<?>> holdings, NodeAddresses addresses, Accelerators accelerators, Clock clock) {
        this.holdings = holdings;
        this.addresses = addresses;
        this.accelerators = accelerators;
        this.clock = clock;
    }

    /** Compares all that the nodes are due for. Answers the codes of the nodes that are finished. */
    Set<String> compare(List<Due> due) {
        Map<String, NodeAddress> where = addresses
                .of(due.stream().map(Due::code).toList())
                .stream()
                .collect(Collectors.toMap(NodeAddress::code, Function.identity()));
        Set<String> failed = new HashSet<>();
        for (NodeHolding<?> holding : holdings) {
            compare(holding, due, where, failed);
        }
        return due.stream()
                .map(Due::code)
                .filter(code -> !failed.contains(code))
                .collect(Collectors.toSet());
    }

    /** Compares what one node holds of one kind; a node that does not answer leaves everything as it is. */
    <T> void compare(String computeCode, NodeHolding<T> holding) {
        for (NodeAddress node : addresses.of(List.of(computeCode))) {
            ask(node, holding, new HashSet<>()).ifPresent(told -> holding.compare(List.of(told)));
        }
    }

    private <T> void compare(
            NodeHolding<T> holding, List<Due> due, Map<String, NodeAddress> where, Set<String> failed) {
        Set<String> expected = expectedAt(holding, due);
        List<Told<T>> told = new ArrayList<>();
        for (Due node : due) {
            // A node that was silent for one kind is not asked for the next: it would keep everybody waiting again.
            if (where.containsKey(node.code()) && expected.contains(node.code()) && !failed.contains(node.code())) {
                ask(where.get(node.code()), holding, failed).ifPresent(told::add);
            }
        }
        hand(holding, told, failed);
    }

    private static Set<String> expectedAt(NodeHolding<?> holding, List<Due> due) {
        Map<Boolean, Set<String>> codes = due.stream()
                .collect(Collectors.partitioningBy(Due::whole, Collectors.mapping(Due::code, Collectors.toSet())));
        Set<String> expected = new HashSet<>(codes.get(true));
        if (!codes.get(false).isEmpty()) {
            expected.addAll(holding.expectedAt(codes.get(false)));
        }
        return expected;
    }

    private <T> Optional<Told<T>> ask(NodeAddress node, NodeHolding<T> holding, Set<String> failed) {
        Instant asked = clock.instant();
        try {
            return Optional.of(new Told<>(node.code(), asked, accelerators.call(node, holding::ask)));
        } catch (Conflict e) {
            // An answer, too: a node without services may refuse to list them.
            LOG.log(Level.FINE, "Not compared: {0}", e.getMessage());
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Compute {0} is compared later: {1}", new Object[] {node.code(), e.getMessage()});
            failed.add(node.code());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Compute " + node.code() + " could not be asked; again later.");
            failed.add(node.code());
        }
        return Optional.empty();
    }

    /** One node's nonsense must not keep the others' answers from being taken. */
    private static <T> void hand(NodeHolding<T> holding, List<Told<T>> told, Set<String> failed) {
        if (told.isEmpty()) {
            return;
        }
        try {
            holding.compare(told);
        } catch (RuntimeException e) {
            if (!Senseless.is(e)) {
                LOG.log(Level.WARNING, e, () -> told.size() + " nodes could not be compared; again later.");
                told.forEach(one -> failed.add(one.computeCode()));
            } else if (told.size() > 1) {
                told.forEach(one -> hand(holding, List.of(one), failed));
            } else {
                LOG.log(Level.WARNING, e, () -> "An answer of a compute was dropped: " + told);
            }
        }
    }
}
