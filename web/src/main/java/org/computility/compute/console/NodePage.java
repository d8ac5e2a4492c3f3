package org.computility.compute.console;

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

/** One node: what it is, its machines and their cards. */
@Named
@ViewScoped
public class NodePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private NodePictures pictures;

    @Inject
    private ShownNodes shown;

    @Inject
    private MachineTopic topic;

    @Inject
    private CurrentCaller caller;

    private String code;
    private long mark;
    private ShownRow node;
    private List<String> machines;
    private Map<String, List<String>> cards;

    /** Finds the node that the address names; refused when the person may see no such node. */
    public void open() {
        // Before the node is read, so that the mark is never newer than what is shown.
        mark = topic.look(Set.of()).mark(caller.get()::sees);
        NodePicture picture = pictures.get(code == null ? "" : code);
        node = shown.of(List.of(picture)).get(0).in(ConsoleMessages.texts(FacesContext.getCurrentInstance()));
        machines = MachineCells.prefixes(picture.machines());
        cards = MachineCells.cardPrefixes(picture.machines());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /**
     * The mark of the machines when the node was read; the mark changes when a node tells figures for the first time.
     */
    public long getMark() {
        return mark;
    }

    public ShownRow getNode() {
        return node;
    }

    /** The beginnings of the names of its machines' cells. */
    public List<String> getMachines() {
        return machines;
    }

    /** The beginnings of the names of its cards' cells. */
    public List<String> cardsOf(String machine) {
        return cards.get(machine);
    }
}
