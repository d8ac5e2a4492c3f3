package org.computility.datasets.rest;

import java.util.List;
import org.computility.datasets.catalogue.DataSetView;
import org.computility.shared.Page;

/** A page of data sets (T/AI 123.8 table A.25). */
public record DatasetList(long totalSize, List<DataSetView> datasets) {

    public DatasetList {
        datasets = List.copyOf(datasets);
    }

    static DatasetList of(Page<DataSetView> page) {
        return new DatasetList(page.total(), page.content());
    }
}
