package org.computility.compute.console;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.computility.compute.monitoring.NodeFilter;
import org.computility.compute.monitoring.NodePicture;
import org.computility.compute.monitoring.NodePictures;
import org.computility.shared.console.ShownRow;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Feeds the table one page of nodes at a time. */
public class NodesModel extends LazyDataModel<ShownRow> {

    private static final long serialVersionUID = 1L;

    private final NodePictures pictures;
    private final Words words;
    private String code;
    private Boolean online;

    /** Puts nodes into the words of the page's language. */
    interface Words extends Function<List<NodePicture>, List<ShownRow>>, Serializable {}

    NodesModel(NodePictures pictures, Words words) {
        this.pictures = pictures;
        this.words = words;
    }

    /** Null narrows nothing. */
    void narrow(String wantedCode, Boolean wantedOnline) {
        code = wantedCode;
        online = wantedOnline;
    }

    @Override
    public int count(Map<String, FilterMeta> unused) {
        return Math.toIntExact(pictures.count(new NodeFilter(code, online)));
    }

    @Override
    public List<ShownRow> load(int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> unused) {
        return words.apply(pictures.page(new NodeFilter(code, online), first, pageSize));
    }

    @Override
    public String getRowKey(ShownRow node) {
        return node.key();
    }

    @Override
    public ShownRow getRowData(String rowKey) {
        return words.apply(List.of(pictures.get(rowKey))).get(0);
    }
}
