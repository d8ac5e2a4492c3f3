package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.settlement.Money;
import org.computility.settlement.SettlementConfig;
import org.computility.shared.FiredEvents;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.hibernate.StatelessSession;

/** A ledger over a database of its own, for one thread or many. */
public final class Books {

    private final TestSessions sessions;
    private final StatelessSession session;
    private final Ledger ledger = new Ledger();
    private final FiredEvents<TransferReversed> reversed = new FiredEvents<>();

    /** The platform takes so many per cent. */
    public Books(String fee) {
        this(fee, new TestSessions(TestDatabase.fresh()));
    }

    /** The same beside other rows of that database. */
    public Books(String fee, TestSessions sessions) {
        this.sessions = sessions;
        session = sessions.current();
        ledger.accounts = new LedgerAccounts_(session);
        ledger.transfers = new LedgerTransfers_(session);
        ledger.entries = new LedgerEntries_(session);
        ledger.reversed = reversed;
        // As the platform's clock ticks.
        ledger.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        fee(fee);
    }

    /** The door, outside of any transaction. */
    public Ledger ledger() {
        return ledger;
    }

    /** What other rooms were told. */
    public FiredEvents<TransferReversed> reversed() {
        return reversed;
    }

    public StatelessSession session() {
        return session;
    }

    void fee(String percent) {
        ledger.config = new SettlementConfig(new BigDecimal(percent));
    }

    void at(Instant now) {
        ledger.clock = Clock.fixed(now, java.time.ZoneOffset.UTC);
    }

    /** Whatever time it is there. */
    public void at(Clock clock) {
        ledger.clock = clock;
    }

    /** What the story does is one transaction. */
    public <T> T commit(Supplier<T> story) {
        return sessions.commit(story);
    }

    /** Money comes in. */
    public TransferView deposit(UUID organisation, String amount) {
        NewTransfer deposit = deposit(UUID.randomUUID(), organisation, amount);
        return commit(() -> ledger.post(deposit));
    }

    static NewTransfer deposit(UUID id, UUID organisation, String amount) {
        Money money = Money.yuan(amount);
        return new NewTransfer(
                id,
                TransferKind.DEPOSIT,
                "deposit",
                List.of(
                        new NewEntry(AccountKey.prepaid(organisation), money),
                        new NewEntry(AccountKey.CASH, money.negated())));
    }

    TransferView buy(UUID id, UUID buyer, UUID seller, String price) {
        NewPurchase purchase = new NewPurchase(id, buyer, seller, Money.yuan(price), "order 4711");
        return commit(() -> ledger.buy(purchase));
    }

    BigDecimal balance(AccountKey account) {
        return ledger.balance(account, Money.CNY).amount();
    }

    public long count(String from) {
        return session.createNativeQuery("select count(*) from " + from, Long.class)
                .getSingleResult();
    }

    /** One statement, in a transaction of its own. */
    public int write(String sql) {
        return commit(() -> session.createNativeMutationQuery(sql).executeUpdate());
    }
}
