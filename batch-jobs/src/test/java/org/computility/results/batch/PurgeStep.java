package org.computility.results.batch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Runs the chunk step as an engine does, and dies where it is told to. */
final class PurgeStep {

    /** When the server dies: what the chunk did is committed; its checkpoint is, too; or neither. */
    enum Death {
        BOTH_COMMITTED,
        CHECKPOINT_LOST,
        BOTH_LOST
    }

    private static final int AT_ONCE = 3;

    private final PurgeInMemory results;
    private Serializable readerCheckpoint;
    private Serializable writerCheckpoint;

    PurgeStep(PurgeInMemory results) {
        this.results = results;
    }

    /** To its end, from the checkpoints of the attempt before. */
    void run() {
        attempt(Integer.MAX_VALUE, Death.BOTH_COMMITTED);
    }

    /** Until that chunk, counted from one. */
    void dieAt(int chunk, Death death) {
        attempt(chunk, death);
    }

    private void attempt(int chunks, Death death) {
        OldResultReader reader = reader();
        reader.open(readerCheckpoint);
        OldResultWriter writer = writer();
        writer.open(writerCheckpoint);
        KeepingProcessor processor = processor();
        for (int chunk = 1; chunk <= chunks; chunk++) {
            List<Object> verdicts = new ArrayList<>();
            boolean more = true;
            while (more && verdicts.size() < AT_ONCE) {
                Object item = reader.readItem();
                more = item != null;
                if (more) {
                    verdicts.add(processor.processItem(item));
                }
            }
            boolean last = chunk == chunks;
            if (!verdicts.isEmpty() && !(last && death == Death.BOTH_LOST)) {
                writer.writeItems(verdicts);
            }
            if (!last || death == Death.BOTH_COMMITTED) {
                readerCheckpoint = reader.checkpointInfo();
                writerCheckpoint = writer.checkpointInfo();
            }
            if (!more) {
                return;
            }
        }
    }

    private OldResultReader reader() {
        OldResultReader reader = new OldResultReader();
        reader.runId = "" + PurgeInMemory.RUN;
        reader.olderThan = "P30D";
        reader.atOnce = "" + AT_ONCE;
        reader.runs = results.runs();
        reader.purge = results;
        return reader;
    }

    private KeepingProcessor processor() {
        KeepingProcessor processor = new KeepingProcessor();
        processor.runId = "" + PurgeInMemory.RUN;
        processor.olderThan = "P30D";
        processor.runs = results.runs();
        return processor;
    }

    private OldResultWriter writer() {
        OldResultWriter writer = new OldResultWriter();
        writer.runId = "" + PurgeInMemory.RUN;
        writer.olderThan = "P30D";
        writer.runs = results.runs();
        return writer;
    }
}
