package org.computility.connector.inbound;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.transaction.xa.XAResource;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.RuntimeEventListener;

/** The part of an application server that an adapter sees: threads and one message-driven bean. */
public final class FakeServer implements BootstrapContext, WorkManager, MessageEndpointFactory, AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger rejections = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger openEndpoints = new AtomicInteger();
    private final List<RuntimeEvent> heard = new CopyOnWriteArrayList<>();
    private volatile Consumer<RuntimeEvent> bean = event -> {};

    /** What the bean heard without failing. */
    public List<RuntimeEvent> heard() {
        return heard;
    }

    public List<RuntimeEvent> heardOf(String computeCode) {
        return heard.stream()
                .filter(event -> event.computeCode().equals(computeCode))
                .toList();
    }

    public void bean(Consumer<RuntimeEvent> behaviour) {
        bean = behaviour;
    }

    public void rejectWork(int times) {
        rejections.set(times);
    }

    public void refuseEndpoints(int times) {
        refusals.set(times);
    }

    public int openEndpoints() {
        return openEndpoints.get();
    }

    private final class Bean implements MessageEndpoint, RuntimeEventListener {

        @Override
        public void onEvent(RuntimeEvent event) {
            bean.accept(event);
            heard.add(event);
        }

        @Override
        public void beforeDelivery(Method method) {}

        @Override
        public void afterDelivery() {}

        @Override
        public void release() {
            openEndpoints.decrementAndGet();
        }
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new UnavailableException("not started yet");
        }
        openEndpoints.incrementAndGet();
        return new Bean();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    @Override
    public void scheduleWork(Work work, long startTimeout, ExecutionContext context, WorkListener listener)
            throws WorkException {
        if (rejections.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            // As IronJacamar does: both ways of telling at once.
            WorkRejectedException rejected = new WorkRejectedException("no thread");
            listener.workRejected(new WorkEvent(this, WorkEvent.WORK_REJECTED, work, rejected));
            throw rejected;
        }
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                // As IronJacamar does: every work is released once it has run.
                work.release();
            }
        });
    }

    @Override
    public void scheduleWork(Work work) {
        threads.execute(work);
    }

    @Override
    public WorkManager getWorkManager() {
        return this;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    // What the adapter does not use.

    @Override
    public void doWork(Work work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void doWork(Work work, long startTimeout, ExecutionContext context, WorkListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startWork(Work work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startWork(Work work, long startTimeout, ExecutionContext context, WorkListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public XATerminator getXATerminator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Timer createTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> type) {
        return false;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return false;
    }

    @Override
    public String getActivationName() {
        return "bean";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Bean.class;
    }
}
