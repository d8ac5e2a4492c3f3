package org.computility.benchmarks.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.batch.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processor of the Spring Batch job: reads an order's usage, and rates it. */
final class SpringRating implements ItemProcessor<SpringOrder, SpringOrder.Rated> {

    private final JdbcTemplate database;
    private final Map<String, SpringOrder.Price> prices = new ConcurrentHashMap<>();

    SpringRating(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    @Override
    public SpringOrder.Rated process(SpringOrder order) {
        SpringOrder.Price price = prices.computeIfAbsent(order.list(), this::price);
        List<String> months = new java.util.ArrayList<>();
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
        BigDecimal cost =
                price.cost(usage.stream().mapToLong(SpringOrder.Used::calls).sum());
        return new SpringOrder.Rated(
                order, UUID.randomUUID(), months.get(0), price.id(), usage, cost.setScale(2, RoundingMode.HALF_UP));
    }

    private SpringOrder.Price price(String list) {
        return database.queryForObject(
                "select id, free_quota, tier_ends, tier_prices from price_version where list = ? and valid_to is null",
                (row, number) -> new SpringOrder.Price(
                        row.getObject(1, UUID.class), row.getLong(2), (Long[]) array(row, 3), (BigDecimal[])
                                array(row, 4)),
                list);
    }

    private static Object array(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
