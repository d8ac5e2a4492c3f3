package org.computility.shared.rest.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.Optional;
import org.computility.shared.idempotency.KeptAnswer;
import org.computility.shared.keys.Hashes;

/** A call that carries a key, while it runs. */
final class KeyedCall {

    static final String PROPERTY = "org.computility.idempotency.call";

    private final String scope;
    private final FingerprintStream body;
    private boolean granted;
    private int status;
    private KeptAnswer repeated;

    private KeyedCall(String scope, FingerprintStream body) {
        this.scope = scope;
        this.body = body;
    }

    /** Begins to hash the body; from here on the call is known by its {@link #PROPERTY}. */
    static void begin(ContainerRequestContext call, String account, String key) {
        FingerprintStream body = new FingerprintStream(call.getEntityStream());
        call.setEntityStream(body);
        var uri = call.getUriInfo().getRequestUri();
        String scope = String.join(
                "\n",
                account,
                call.getMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                key);
        call.setProperty(PROPERTY, new KeyedCall(Hashes.hex(Hashes.sha256(scope)), body));
    }

    static Optional<KeyedCall> of(ContainerRequestContext call) {
        return Optional.ofNullable((KeyedCall) call.getProperty(PROPERTY));
    }

    /** Account, method, path, query and key. */
    String scope() {
        return scope;
    }

    /** The hash of the body, which is read to its end. */
    byte[] fingerprint() throws IOException {
        return body.fingerprint();
    }

    void granted() {
        granted = true;
    }

    /** Whether the answer is to be kept. */
    boolean isGranted() {
        return granted;
    }

    /** From here on there is nothing to keep. */
    void settled() {
        granted = false;
    }

    void answered(int statusOfAnswer) {
        status = statusOfAnswer;
    }

    int status() {
        return status;
    }

    void repeats(KeptAnswer answer) {
        repeated = answer;
    }

    /** The answer to repeat; empty for a call that is done now. */
    Optional<KeptAnswer> repeated() {
        return Optional.ofNullable(repeated);
    }
}
