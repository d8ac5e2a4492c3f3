package org.computility.compute.heartbeat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.computility.audit.AuditEntry;
import org.computility.compute.ComputeNodes;
import org.computility.compute.Liveness.Sign;
import org.computility.identity.Caller;
import org.computility.identity.tokens.TokenRenewals;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/**
 * Takes the keepalives of B.3: checked and remembered in memory, written by {@link LivenessTimer}. A call costs no
 * statement, so that tens of thousands of nodes can call.
 */
@ApplicationScoped
public class Keepalives {

    private static final Member CODE = new Member("code");

    @Inject
    private Heartbeats heartbeats;

    @Inject
    private ComputeNodes nodes;

    @Inject
    private TokenRenewals renewals;

    @Inject
    private Clock clock;

    /**
     * The node is alive. The call leaves an audit record only if it changes more than the time: with the new token, or
     * once its node is written as online again.
     *
     * @param tokenEnds until when the caller's token is good
     * @param call the audit record to leave in these cases
     * @return a new token when it is time for one
     * @throws Denied {@code compute-code-foreign} when the token was issued to another code
     * @throws NotFound {@code compute-unknown} when no such code is registered; the device then registers anew
     */
    public Optional<String> accept(String code, Caller caller, Instant tokenEnds, AuditEntry call) {
        if (!code.equals(caller.computeCode())) {
            throw new Denied("compute-code-foreign", CODE, "The token was not issued to compute " + code + ".");
        }
        if (!heartbeats.knows(code)) {
            if (!nodes.isRegistered(code)) {
                throw ComputeNodes.unknown(CODE, code);
            }
            heartbeats.learn(code);
        }
        Optional<String> token = renewals.due(caller, tokenEnds, call);
        heartbeats.beat(code, new Sign(clock.instant(), token.isPresent() ? null : call));
        return token;
    }

    /** A node showed life by another message than a keepalive: a result, an event. Unknown codes are ignored. */
    public void heardFrom(String code) {
        if (heartbeats.knows(code) || nodes.isRegistered(code)) {
            heartbeats.learn(code);
            heartbeats.beat(code, new Sign(clock.instant(), null));
        }
    }
}
