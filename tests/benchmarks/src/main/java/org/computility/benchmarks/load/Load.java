package org.computility.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same in several threads for some time. */
public final class Load {

    private Load() {}

    /** What a thread does again and again. */
    public interface Work {
        void once(int thread) throws Exception;
    }

    /** Begins nothing more after so many seconds, and waits for what has begun. Says how many seconds it took. */
    public static double run(int threads, int seconds, Work work) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(executor.submit(() -> {
                    while (System.nanoTime() < end) {
                        work.once(thread);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            executor.shutdown();
        }
    }
}
