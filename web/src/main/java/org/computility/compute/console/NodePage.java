package org.computility.compute.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.computility.compute.monitoring.NodePicture;
import org.computility.compute.monitoring.NodePictures;
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

    private String code;
    private ShownRow node;
    private List<String> machines;
    private Map<String, List<String>> cards;

    /** Finds the node that the address names; refused when there is none that the person may see. */
    public void open() {
        NodePicture picture = pictures.get(code == null ? "" : code);
        if (picture.node().online() && picture.toldAt() == null) {
            // Nobody asked it yet; from now on the live stream has it asked.
            pictures.renew(List.of(code));
            picture = pictures.get(code);
        }
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
