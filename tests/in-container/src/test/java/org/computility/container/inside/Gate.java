package org.computility.container.inside;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Where jobs wait for a test. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Gate {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger passed = new AtomicInteger();

    /** Waits until it is open; it stays open. */
    public void pass() throws InterruptedException {
        passed.incrementAndGet();
        closed.await();
    }

    /** How many came, so far. */
    public int passed() {
        return passed.get();
    }

    public void open() {
        closed.countDown();
    }
}
