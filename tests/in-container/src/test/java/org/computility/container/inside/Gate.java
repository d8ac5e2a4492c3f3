package org.computility.container.inside;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.CountDownLatch;

/** Where jobs wait for a test. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Gate {

    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits until it is open; it stays open. */
    public void pass() throws InterruptedException {
        closed.await();
    }

    public void open() {
        closed.countDown();
    }
}
