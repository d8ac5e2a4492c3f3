package org.computility.runtime.http;

import java.util.concurrent.CountDownLatch;

/** Holds others up until the test opens it, for good. */
public final class Gate {

    private final CountDownLatch opened = new CountDownLatch(1);

    public void open() {
        opened.countDown();
    }

    /** Returns when it is open, or at once, interrupted, when the other's thread is told to end. */
    public void pass() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
