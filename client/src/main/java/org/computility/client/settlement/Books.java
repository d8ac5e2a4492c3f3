package org.computility.client.settlement;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.Page;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Money: what came in, and what accounts hold ({@code docs/settlement.md}). */
public final class Books {

    private static final String PATH = "/platform/v1/settlement/";

    private final Transport transport;

    public Books(Transport transport) {
        this.transport = transport;
    }

    /** Money that an organisation has paid to the platform, once a reference. */
    public record NewDeposit(UUID account, BigDecimal amount, String reference) {}

    /** An account of the ledger; {@code organisationId} is null for the platform's own. */
    public record Account(
            UUID id, UUID organisationId, String kind, String currency, BigDecimal balance, long version) {}

    /** The sum over all accounts of a kind. */
    public record Total(String kind, String currency, BigDecimal balance) {}

    /** Whether the books close: the accounts by kind, and their sum by currency. */
    public record TrialBalance(Instant at, List<Total> accounts, Map<String, BigDecimal> totals, boolean balanced) {}

    /** A payment through the external gateway; {@code payAt} is null once it is paid. */
    public record Payment(UUID id, BigDecimal amount, String currency, String state, String payAt, UUID transferId) {}

    /** How much is to be paid. */
    public record NewPayment(BigDecimal amount) {}

    /**
     * Money that left the books for who earned it.
     *
     * @param id also its transfer in the ledger
     * @param number which payout of its order, from 1
     * @param account of the ledger that it was taken from
     * @param payee the organisation
     * @param creditInfo where the payee wants it
     * @param madeBy the user name of who asked, or the job
     * @param reversed whether an administrator has taken it back
     */
    public record Payout(
            UUID id,
            UUID orderId,
            long number,
            UUID account,
            UUID payee,
            BigDecimal amount,
            String currency,
            String reference,
            JsonObject creditInfo,
            String madeBy,
            Instant madeAt,
            boolean reversed) {}

    /** Records a deposit; for administrators. */
    public void deposit(NewDeposit deposit) {
        transport.tell(Family.PLATFORM, "POST", PATH + "deposits", deposit);
    }

    /** Asks for a payment through the external gateway. */
    public Payment pay(BigDecimal amount) {
        return transport.call(Family.PLATFORM, "POST", PATH + "payments", new NewPayment(amount), Payment.class);
    }

    /** One payment through the gateway. */
    public Payment payment(UUID id) {
        return transport.call(Family.PLATFORM, "GET", PATH + "payments/" + id, null, Payment.class);
    }

    /** Payments through the gateway, the newest first, by page from 1. */
    public Page<Payment> payments(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM, "GET", PATH + "payments", paging(page, pageSize), null, Types.pageOf(Payment.class));
    }

    /** The accounts that the caller sees, by page from 1. */
    public Page<Account> accounts(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM, "GET", PATH + "accounts", paging(page, pageSize), null, Types.pageOf(Account.class));
    }

    /** What the caller's organisation was paid; for administrators all payouts. By page from 1, the latest first. */
    public Page<Payout> payouts(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM, "GET", PATH + "payouts", paging(page, pageSize), null, Types.pageOf(Payout.class));
    }

    /** The sum of all accounts now; for administrators. */
    public TrialBalance trialBalance() {
        return transport.call(Family.PLATFORM, "GET", PATH + "trial-balance", null, TrialBalance.class);
    }

    /** The sum of all accounts at that instant; for administrators. */
    public TrialBalance trialBalance(Instant at) {
        return transport.call(
                Family.PLATFORM, "GET", PATH + "trial-balance", Map.of("at", at), null, TrialBalance.class);
    }

    private static Map<String, Object> paging(int page, int pageSize) {
        return Map.of("page", page, "pageSize", pageSize);
    }
}
