package org.computility.algorithms.accelerators;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.algopackage.Accelerator;
import org.computility.algopackage.Accelerators;
import org.computility.algorithms.accelerators.AcceleratorsView.Item;
import org.computility.algorithms.accelerators.AcceleratorsView.Unlisted;
import org.computility.compute.monitoring.FiguresKeeping;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;

/** Annex H of T/BAX 0006.5, and what the caller's packages and nodes name beside it. */
@Stateless
public class AcceleratorList {

    private static final List<Item> ITEMS =
            Accelerators.listed().stream().map(Item::of).toList();
    private static final List<String> LISTED = Stream.concat(
                    Stream.of(Accelerators.CPU), Accelerators.listed().stream().map(Accelerator::identifier))
            .toList();

    @Inject
    private NamedAccelerators named;

    @Inject
    private FiguresKeeping told;

    @Inject
    private CurrentCaller caller;

    /** All of it; the caller needs a reader's role. */
    public AcceleratorsView all() {
        UUID scope = caller.require(Role.READERS).scope();
        return new AcceleratorsView(ITEMS, unlisted(scope));
    }

    private List<Unlisted> unlisted(UUID scope) {
        Map<String, Unlisted> found = new TreeMap<>();
        named.beside(LISTED.toArray(new String[0]), scope)
                .forEach(each -> found.put(each.identifier(), new Unlisted(each.identifier(), each.packages(), 0)));
        told.acceleratorsBeside(LISTED, scope)
                .forEach(each -> found.merge(
                        each.identifier(),
                        new Unlisted(each.identifier(), 0, each.nodes()),
                        (first, second) -> new Unlisted(first.identifier(), first.packages(), second.nodes())));
        return new ArrayList<>(found.values());
    }
}
