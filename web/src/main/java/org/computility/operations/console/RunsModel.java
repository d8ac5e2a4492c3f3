package org.computility.operations.console;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.computility.operations.BatchAdministration;
import org.computility.operations.RunList;
import org.computility.operations.RunSearch;
import org.computility.shared.console.ShownRow;
import org.computility.shared.console.Texts;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Feeds the table one page of runs at a time. */
public class RunsModel extends LazyDataModel<ShownRow> {

    private static final long serialVersionUID = 1L;

    /** The list does not count any further. */
    static final int MOST = 10_000;

    private final BatchAdministration administration;
    private final SearchSource search;
    private final LanguageSource language;

    /** What to look for now; the page's filters change between two loads. */
    interface SearchSource extends Supplier<RunSearch>, Serializable {}

    /** The texts of the person's language. */
    interface LanguageSource extends Supplier<Texts>, Serializable {}

    RunsModel(BatchAdministration administration, SearchSource search, LanguageSource language) {
        this.administration = administration;
        this.search = search;
        this.language = language;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) administration.list(search.get(), 1, 1).total();
    }

    @Override
    public List<ShownRow> load(int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        RunList page = administration.list(search.get(), first / pageSize + 1, pageSize);
        return page.items().stream()
                .map(run -> new RunCells(run).in(language.get()))
                .toList();
    }

    @Override
    public String getRowKey(ShownRow run) {
        return run.key();
    }

    @Override
    public ShownRow getRowData(String rowKey) {
        return new RunCells(administration.get(Long.parseLong(rowKey))).in(language.get());
    }
}
