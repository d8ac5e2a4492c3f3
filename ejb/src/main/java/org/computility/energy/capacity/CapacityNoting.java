package org.computility.energy.capacity;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.shared.database.Columns;

/** Notes what centers have, and tells what they had; needs no caller. */
@Stateless
public class CapacityNoting {

    @Inject
    CapacityNotes notes;

    @EJB
    CenterDirectory centers;

    @Inject
    Clock clock;

    /** Notes what every center has now, where it has changed. A center that is not connected keeps what it had. */
    public void note() {
        List<CenterFacts> seen = centers.centers().stream()
                .filter(center -> center.connected() && center.capacity() != null)
                .toList();
        if (!seen.isEmpty()) {
            notes.note(
                    Columns.of(seen, CenterFacts::id, String[]::new),
                    Columns.of(seen, CapacityNoting::cores, Integer[]::new),
                    Columns.of(seen, CapacityNoting::accelerators, Integer[]::new),
                    clock.instant());
        }
    }

    /** What those centers had together, and when. */
    public CapacityHistory history(Collection<String> centerIds) {
        return new CapacityHistory(notes.of(centerIds.toArray(new String[0])));
    }

    private static Integer cores(CenterFacts center) {
        return center.capacity().nodes().stream().mapToInt(NodeCapacity::cores).sum();
    }

    private static Integer accelerators(CenterFacts center) {
        return center.capacity().nodes().stream()
                .filter(node -> node.accelerators() != null)
                .mapToInt(node -> node.accelerators().count())
                .sum();
    }
}
