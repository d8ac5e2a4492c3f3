package org.computility.settlement.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.settlement.daily.OrderRange;

/** Orders that have something to rate, to close or to pay. */
@Named("usedOrderReader")
@Dependent
public class UsedOrderReader extends OrderReader {

    @Inject
    @BatchProperty(name = "atOnce")
    String atOnce;

    @Inject
    @BatchProperty(name = "order")
    String order;

    @Override
    List<OrderAtWork> next(UUID after) {
        return settlement.toSettle(after, OrderRange.of(order), Integer.parseInt(atOnce));
    }
}
