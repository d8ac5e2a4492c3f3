package org.computility.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Several callers who do something at the same moment. */
public final class AtOnce {

    /** What a caller is told whose story was done. */
    public static final String DONE = "done";

    private AtOnce() {}

    /**
     * What became of each: {@link #DONE}, or the code of its refusal. Any other failure fails the test.
     *
     * @param story what the caller of that number does, in a thread of its own
     */
    public static List<String> outcomes(int callers, IntConsumer story) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CyclicBarrier together = new CyclicBarrier(callers);
        try {
            List<Callable<String>> calls = IntStream.range(0, callers)
                    .<Callable<String>>mapToObj(number -> () -> {
                        together.await();
                        try {
                            story.accept(number);
                            return DONE;
                        } catch (BusinessFailure refused) {
                            return refused.code();
                        }
                    })
                    .toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
