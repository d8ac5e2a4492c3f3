package org.computility.shared.idempotency;

/** What becomes of a call that comes with a key. */
public sealed interface Claim {

    /** The key is the call's own now: it is done, and then answered or released. */
    record Granted() implements Claim {}

    /** Another call with the key is being done just now. */
    record Running() implements Claim {}

    /** A call with the key was begun, and whether it was done is not known: its server died, or its answer was not kept. */
    record Unknown() implements Claim {}

    /** The call with the key was answered. @param fingerprint of the body that it came with */
    record Answered(byte[] fingerprint, KeptAnswer answer) implements Claim {}
}
