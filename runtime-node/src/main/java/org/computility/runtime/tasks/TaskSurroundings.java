package org.computility.runtime.tasks;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.results.Result;

/**
 * What tasks need of the node.
 *
 * @param computeCode the node's own code
 * @param media what may be opened
 * @param results where results go
 * @param news who hears of changes
 */
public record TaskSurroundings(String computeCode, MediaPolicy media, Results results, Consumer<TaskState> news) {

    /** Takes results; returns once they are safe. */
    public interface Results {

        /** For the platform and for each of the receivers. */
        void submit(Result result, List<URI> receivers);
    }
}
