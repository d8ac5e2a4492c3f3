package org.computility.jobs.training.rest;

import java.util.List;
import org.computility.jobs.training.TrainingJobView;
import org.computility.shared.Page;

/** A page of training jobs (T/AI 123.8 table A.37). */
public record TrainingJobList(List<TrainingJobView> items, long totalSize) {

    public TrainingJobList {
        items = List.copyOf(items);
    }

    static TrainingJobList of(Page<TrainingJobView> page) {
        return new TrainingJobList(page.content(), page.total());
    }
}
