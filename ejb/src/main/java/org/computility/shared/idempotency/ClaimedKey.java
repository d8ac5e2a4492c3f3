package org.computility.shared.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.computility.shared.keys.Sealing;

/** A key that a call has claimed, and what that call was answered. */
@Entity
@Table(name = "idempotency_key")
class ClaimedKey {

    /** Three times as long as servers wait before they say again that their calls run. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Id
    private String scope;

    // Queries ask for it.
    @Column
    private Instant claimedAt;

    private Instant seenAt;
    private byte[] fingerprint;
    private Integer status;
    private byte[] answer;

    protected ClaimedKey() {}

    /** What another call with the key is told. */
    Claim claim(Instant now, Sealing sealing) {
        if (status == null) {
            return seenAt.isAfter(now.minus(SILENCE)) ? new Claim.Running() : new Claim.Unknown();
        }
        return answer == null
                ? new Claim.Unknown()
                : new Claim.Answered(fingerprint, KeptAnswer.read(status, sealing.open(answer)));
    }
}
