package org.computility.jobs.training;

import java.math.BigDecimal;
import java.util.List;

/**
 * A training job as it is asked for (T/AI 123.8 tables A.31, A.32).
 *
 * @param description null: none
 * @param centerIds empty: anywhere
 * @param nodeCount null: one for each named center, at least 1
 * @param imageId null where {@code imageUrl} is given
 * @param imageUrl null where {@code imageId} is given
 * @param command for {@code /bin/sh -c}; null: the image's own
 * @param dataSets ids of data sets, read at {@code /data/‹id›}
 * @param maxSeconds null: a day
 * @param priority null: 5
 * @param budget what it may cost, in the currency of its spec's price; null: no bound
 */
public record NewTrainingJob(
        String name,
        String description,
        List<String> centerIds,
        String specId,
        Integer nodeCount,
        String imageId,
        String imageUrl,
        String command,
        List<String> dataSets,
        Integer maxSeconds,
        Integer priority,
        BigDecimal budget) {

    public NewTrainingJob {
        centerIds = List.copyOf(centerIds);
        dataSets = List.copyOf(dataSets);
    }
}
