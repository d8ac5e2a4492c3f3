package org.computility.settlement.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.computility.settlement.daily.DailySettlement;
import org.computility.settlement.daily.Part;

/** Reads orders of a part in the order of their IDs, page by page; its checkpoint is an ID. */
abstract class OrderReader extends AbstractItemReader {

    @EJB
    DailySettlement settlement;

    private final Queue<UUID> page = new ArrayDeque<>();
    private UUID last;

    /** The next orders behind that one. */
    abstract List<UUID> next(UUID after);

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? DailySettlement.BEGINNING : (UUID) checkpoint;
    }

    @Override
    public UUID readItem() {
        if (page.isEmpty()) {
            page.addAll(next(last));
        }
        UUID next = page.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    @Override
    public UUID checkpointInfo() {
        return last;
    }

    static Part part(String number, String of) {
        return new Part(Integer.parseInt(number), Integer.parseInt(of));
    }
}
