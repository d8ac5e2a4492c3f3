package org.computility.operations.console;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.computility.operations.BatchAdministration;
import org.computility.operations.RunPage;
import org.computility.operations.RunSearch;
import org.computility.operations.RunView;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Feeds the table one page of runs at a time. */
public class RunsModel extends LazyDataModel<RunView> {

    private static final long serialVersionUID = 1L;

    /** The list counts no further. */
    static final int MOST = 10_000;

    private final BatchAdministration administration;
    private final SearchSource search;

    /** What to look for now; the page's filters change between two loads. */
    interface SearchSource extends Supplier<RunSearch>, Serializable {}

    RunsModel(BatchAdministration administration, SearchSource search) {
        this.administration = administration;
        this.search = search;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) administration.list(search.get(), 1, 1).total();
    }

    @Override
    public List<RunView> load(int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        RunPage page = administration.list(search.get(), first / pageSize + 1, pageSize);
        return page.items();
    }

    @Override
    public String getRowKey(RunView run) {
        return Long.toString(run.id());
    }

    @Override
    public RunView getRowData(String rowKey) {
        return administration.get(Long.parseLong(rowKey));
    }
}
