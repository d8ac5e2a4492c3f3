package org.computility.settlement.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Conflict;
import org.hibernate.annotations.Immutable;

/** Money that has moved, and why. */
@Entity
@Immutable
@Table(name = "ledger_transfer")
class LedgerTransfer {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private TransferKind kind;

    private String subject;
    private String currency;

    @Column
    private int entries;

    private byte[] fingerprint;
    private UUID reverses;
    private Instant at;

    protected LedgerTransfer() {}

    static LedgerTransfer of(AskedTransfer asked, Instant at) {
        LedgerTransfer transfer = new LedgerTransfer();
        transfer.id = asked.id();
        transfer.kind = asked.kind();
        transfer.subject = asked.subject();
        transfer.currency = asked.currency();
        transfer.entries = asked.entries().size();
        transfer.fingerprint = asked.fingerprint();
        transfer.reverses = asked.reverses();
        transfer.at = at;
        return transfer;
    }

    /** Conflict {@code transfer-reused} when something else is asked for under its ID. */
    void answers(AskedTransfer asked) {
        if (!MessageDigest.isEqual(fingerprint, asked.fingerprint())) {
            throw new Conflict("transfer-reused", "The transfer " + id + " was made with another content.");
        }
    }

    TransferView view(List<EntryView> moved) {
        return new TransferView(id, kind, subject, currency, at, reverses, moved);
    }

    UUID id() {
        return id;
    }

    TransferKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    String currency() {
        return currency;
    }

    int entries() {
        return entries;
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    UUID reverses() {
        return reverses;
    }

    Instant at() {
        return at;
    }
}
