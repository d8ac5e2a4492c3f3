package org.computility.settlement.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.shared.PaymentDue;

/** Whose money, of which kind, in which currency; changed only while its row is locked. */
@Entity
@Table(name = "ledger_account")
class LedgerAccount {

    @Id
    private UUID id;

    @Column
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private String currency;

    private BigDecimal balance;

    // Not @Version: its rows change for many transfers at once, by statements.
    private long version;

    private Instant changedAt;

    protected LedgerAccount() {}

    /** Empty, as one is opened. */
    static LedgerAccount open(AccountKey key, String currency, Instant now) {
        LedgerAccount account = new LedgerAccount();
        account.id = key.id(currency);
        account.organisationId = key.organisationId();
        account.kind = key.kind();
        account.currency = currency;
        account.balance = BigDecimal.ZERO;
        account.changedAt = now;
        return account;
    }

    /** Takes or gives; PaymentDue {@code balance-short} where nothing can be taken that is not there. */
    LedgerEntry post(UUID transfer, BigDecimal amount, Instant at) {
        BigDecimal after = balance.add(amount);
        if (kind.isCovered() && amount.signum() < 0 && after.signum() < 0) {
            throw new PaymentDue(
                    "balance-short",
                    "The prepaid balance is " + balance.toPlainString() + " " + currency + ": "
                            + after.negate().toPlainString() + " " + currency + " are missing.");
        }
        balance = after;
        version++;
        changedAt = at;
        return new LedgerEntry(id, version, transfer, amount, balance, at);
    }

    EntryView entry(BigDecimal amount) {
        return new EntryView(id, organisationId, kind, amount, currency);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    AccountKind kind() {
        return kind;
    }

    BigDecimal balance() {
        return balance;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }
}
