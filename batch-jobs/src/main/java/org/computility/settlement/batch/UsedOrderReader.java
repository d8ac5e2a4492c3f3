package org.computility.settlement.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.daily.OrderAtWork;

/** Orders that have something to rate, to close or to pay. */
@Named("usedOrderReader")
@Dependent
public class UsedOrderReader extends OrderReader {

    @Inject
    @BatchProperty(name = "atOnce")
    String atOnce;

    @Override
    List<OrderAtWork> next(UUID after) {
        return settlement.toSettle(after, Integer.parseInt(atOnce));
    }
}
