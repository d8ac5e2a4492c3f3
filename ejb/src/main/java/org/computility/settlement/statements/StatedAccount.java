package org.computility.settlement.statements;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.ledger.AccountKind;
import org.hibernate.annotations.Immutable;

/** An account of the ledger, as it is read. */
@Entity
@Immutable
@Table(name = "ledger_account")
class StatedAccount {

    private static final int PLACES = 2;

    @Id
    private UUID id;

    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private String currency;
    private BigDecimal balance;
    private long version;
    private Instant openedAt;
    private Instant changedAt;

    protected StatedAccount() {}

    BalanceView view() {
        // A balance of nothing has no places in the database.
        BigDecimal shown = balance.setScale(PLACES, RoundingMode.UNNECESSARY);
        return new BalanceView(id, organisationId, kind, currency, shown, version, openedAt, changedAt);
    }

    UUID organisationId() {
        return organisationId;
    }
}
