package org.computility.benchmarks.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processor of the Spring Batch job: reads an order's usage, and rates it. */
final class SpringRating implements ItemProcessor<SpringOrder, SpringOrder.Rated> {

    private final JdbcTemplate database;

    SpringRating(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    @Override
    public SpringOrder.Rated process(SpringOrder order) {
        List<String> months = new ArrayList<>();
        List<SpringOrder.Used> usage = database.query(
                "select event_id, calls, not_before from usage_record where order_id = ? and billed_in is null order by at, event_id",
                (row, number) -> {
                    months.add(row.getString(3));
                    return new SpringOrder.Used(row.getObject(1, UUID.class), row.getLong(2));
                },
                order.id());
        if (usage.isEmpty()) {
            return null;
        }
        BigDecimal cost = order.price()
                .cost(usage.stream().mapToLong(SpringOrder.Used::calls).sum());
        return new SpringOrder.Rated(
                order,
                UUID.randomUUID(),
                months.get(0),
                order.price().id(),
                usage,
                cost.setScale(2, RoundingMode.HALF_UP));
    }
}
