package org.computility.settlement.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.computility.settlement.daily.DailySettlement;
import org.computility.settlement.daily.OrderAtWork;

/** Reads orders in the order of their IDs, page by page; its checkpoint is an ID. */
abstract class OrderReader extends AbstractItemReader {

    @EJB
    DailySettlement settlement;

    private final Queue<OrderAtWork> page = new ArrayDeque<>();
    private UUID last;

    /** The next orders behind that one. */
    abstract List<OrderAtWork> next(UUID after);

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? DailySettlement.BEGINNING : (UUID) checkpoint;
    }

    @Override
    public OrderAtWork readItem() {
        if (page.isEmpty()) {
            page.addAll(next(last));
        }
        OrderAtWork next = page.poll();
        if (next != null) {
            last = next.id();
        }
        return next;
    }

    @Override
    public UUID checkpointInfo() {
        return last;
    }
}
