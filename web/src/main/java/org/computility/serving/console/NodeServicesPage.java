package org.computility.serving.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.identity.CurrentCaller;
import org.computility.identity.console.Deeds;
import org.computility.serving.AlgorithmServices;
import org.computility.serving.replicas.ServiceReplicas;
import org.computility.serving.watching.NodeServices;
import org.computility.shared.console.ConsoleMessages;
import org.computility.shared.console.ShownRow;
import org.computility.shared.console.Texts;

/** The services on the page of a node. */
@Named
@RequestScoped
public class NodeServicesPage {

    @EJB
    private NodeServices services;

    @EJB
    private AlgorithmServices algorithmServices;

    @EJB
    private ServiceReplicas replicas;

    @Inject
    private ServiceTopic topic;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Deeds deeds;

    private List<ShownRow> rows;

    /** The services of that node, newest first; read once for an answer. */
    public List<ShownRow> at(String computeCode) {
        if (rows == null) {
            Texts texts = ConsoleMessages.texts(FacesContext.getCurrentInstance());
            rows = services.at(computeCode).stream()
                    .map(service -> new ServiceCells(service).in(texts))
                    .toList();
        }
        return rows;
    }

    /** The mark of the list; the page asks for the mark before the rows, so that it is never newer than the rows. */
    public long getMark() {
        return topic.look(Set.of()).mark(caller.get()::sees);
    }

    /** True for people who may unload services. */
    public boolean isChangeable() {
        return services.mayChange();
    }

    /** One replica more, or one less, as the button says: from what the service has now, whatever the page shows. */
    public void resize() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String service = sent.get("service");
        int by = "less".equals(sent.get("step")) ? -1 : 1;
        deeds.perform(
                by < 0 ? "one replica less" : "one replica more",
                "service " + service,
                () -> replicas.change(service, by),
                "services.replicas.done");
        rows = null;
    }

    /** Unloads the service that the button names. */
    public void unload() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String service = sent.get("service");
        deeds.perform(
                "unload",
                "service " + service,
                () -> algorithmServices.unload(sent.get("compute"), sent.get("package"), service),
                "services.unload.done");
        // Read anew, since a service is gone.
        rows = null;
    }
}
