package org.computility.compute.console;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.compute.monitoring.NodePicture;
import org.computility.compute.monitoring.NodePictures;
import org.computility.identity.CurrentCaller;
import org.computility.shared.console.ConsoleMessages;
import org.computility.shared.console.ShownRow;
import org.computility.shared.console.Texts;

/** The list of nodes and its filters. */
@Named
@ViewScoped
public class NodesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private NodePictures pictures;

    @Inject
    private ShownNodes shown;

    @Inject
    private NodeTopic topic;

    @Inject
    private CurrentCaller caller;

    private NodesModel model;
    private String code;
    private Boolean online;

    @PostConstruct
    void open() {
        model = new NodesModel(pictures, this::inWords);
    }

    public NodesModel getModel() {
        return model;
    }

    /** The mark of the list; the page asks for the mark before the rows, so that it is never newer than the rows. */
    public long getMark() {
        return topic.look(Set.of()).mark(caller.get()::sees);
    }

    /** How many nodes match, in words. */
    public String getTotal() {
        return texts().format("nodes.total", model.count(Map.of()));
    }

    public boolean isFiltered() {
        return code != null || online != null;
    }

    /** What the codes contain. */
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code =
                code == null || code.isBlank() ? null : code.replace('\0', ' ').strip();
        model.narrow(this.code, online);
    }

    /** {@code true}, {@code false}, or null for both. */
    public String getOnline() {
        return online == null ? null : online.toString();
    }

    public void setOnline(String online) {
        this.online = online == null || online.isEmpty() ? null : Boolean.valueOf(online);
        model.narrow(code, this.online);
    }

    private List<ShownRow> inWords(List<NodePicture> found) {
        Texts texts = texts();
        return shown.of(found).stream().map(node -> node.in(texts)).toList();
    }

    private static Texts texts() {
        return ConsoleMessages.texts(FacesContext.getCurrentInstance());
    }
}
