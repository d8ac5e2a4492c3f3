package org.computility.settlement.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.settlement.daily.OrderRange;

/** Orders that have earned more than was paid out. */
@Named("earningOrderReader")
@Dependent
public class EarningOrderReader extends OrderReader {

    @Inject
    @BatchProperty(name = "atOnce")
    String atOnce;

    @Inject
    @BatchProperty(name = "order")
    String order;

    @Override
    List<OrderAtWork> next(UUID after) {
        return settlement.toPayOut(after, OrderRange.of(order), Integer.parseInt(atOnce));
    }
}
