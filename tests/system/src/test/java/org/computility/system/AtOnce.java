package org.computility.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that are sent in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** Sends all of them together; their answers, in the same order. */
    public static List<Answer> send(Collection<? extends Callable<Answer>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier together = new CyclicBarrier(calls.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> sent : threads.invokeAll(
                    calls.stream().map(call -> after(together, call)).toList())) {
                answers.add(sent.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Answer> after(CyclicBarrier together, Callable<Answer> call) {
        return () -> {
            together.await();
            return call.call();
        };
    }
}
