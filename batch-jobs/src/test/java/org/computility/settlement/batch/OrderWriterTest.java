package org.computility.settlement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.daily.LedgerSealing;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class OrderWriterTest {

    private final UUID first = UUID.randomUUID();
    private final UUID bad = UUID.randomUUID();
    private final UUID last = UUID.randomUUID();
    private final List<UUID> settled = new ArrayList<>();
    private final List<UUID> skipped = new ArrayList<>();
    private int sealed;
    private RuntimeException failure = new Rejected("member-invalid", new Member("amount"), "{member} is too large.");

    @Test
    void anOrderThatCannotBeSettledStopsNoOther() {
        writer().writeItems(List.of(at(first), at(bad), at(last)));

        assertThat(settled).containsExactly(first, last);
        assertThat(skipped).containsExactly(bad);
        assertThat(sealed).as("looks for what is not sealed, after the chunk").isOne();
    }

    @Test
    void whatIsNoRefusalStopsTheRun() {
        failure = new IllegalStateException("no connection");

        assertThatIllegalStateException().isThrownBy(() -> writer().writeItems(List.of(at(first), at(bad))));
        assertThat(skipped).isEmpty();
    }

    private static OrderAtWork at(UUID order) {
        return new OrderAtWork(order, 0);
    }

    private UsedOrderWriter writer() {
        UsedOrderWriter writer = new UsedOrderWriter();
        writer.runId = "7";
        writer.runs = new Runs();
        writer.sealing = new Sealing();
        writer.helpers = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> null);
        return writer;
    }

    private final class Sealing extends LedgerSealing {

        @Override
        public void sealAll() {
            sealed++;
        }
    }

    /** Each call is a transaction, as in the container. */
    private final class Runs extends SettleRuns {

        @Override
        public void settle(long run, int part, List<UUID> orders) {
            if (orders.contains(bad)) {
                throw failure;
            }
            settled.addAll(orders);
        }

        @Override
        public void skip(long run, int part, List<UUID> orders) {
            skipped.addAll(orders);
        }
    }
}
