package org.computility.shared.outbound;

import java.util.List;

/** A guard that lets calls reach this machine. */
public final class GuardForTests {

    private GuardForTests() {}

    public static OutboundGuard allowingThisMachine() {
        return new OutboundGuard(List.of("127.0.0.1/32"));
    }

    public static OutboundCalls calls() {
        OutboundCalls calls = new OutboundCalls();
        calls.guard = allowingThisMachine();
        return calls;
    }
}
