package org.computility.operations.console;

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
import java.util.function.LongConsumer;
import org.computility.identity.CurrentCaller;
import org.computility.identity.console.Deeds;
import org.computility.operations.BatchAdministration;
import org.computility.operations.RunSearch;
import org.computility.operations.RunStatus;
import org.computility.shared.NotFound;
import org.computility.shared.console.ConsoleMessages;
import org.computility.shared.console.Texts;

/** The list of batch runs, its filters and its buttons. */
@Named
@ViewScoped
public class RunsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private BatchAdministration administration;

    @Inject
    private RunTopic topic;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Deeds deeds;

    private String jobName;
    private RunStatus status;
    private RunsModel model;

    @PostConstruct
    void open() {
        model = new RunsModel(administration, this::search, RunsPage::texts);
    }

    public RunsModel getModel() {
        return model;
    }

    /** Asks the run that the button names to stop. */
    public void stop() {
        act("stop", administration::stop);
    }

    /** Begins the run that the button names anew. */
    public void restart() {
        act("restart", administration::restart);
    }

    /** True for people who may stop and restart. */
    public boolean isChangeable() {
        return administration.mayChange();
    }

    public List<String> getJobNames() {
        return administration.jobNames();
    }

    public RunStatus[] getStatuses() {
        return RunStatus.values();
    }

    /** What people call a job. */
    public String titleOf(String job) {
        return texts().of("job." + job, job);
    }

    public String titleOf(RunStatus state) {
        return texts().of("status." + state);
    }

    /** The mark of the list; the page asks for the mark before the rows, so that it is never newer than the rows. */
    public long getMark() {
        return topic.look(Set.of()).mark(caller.get()::sees);
    }

    /** How many runs match, in words. */
    public String getTotal() {
        // Asked anew: this text is drawn before the table has loaded its rows.
        int count = model.count(Map.of());
        return texts().format(count >= RunsModel.MOST ? "runs.total.capped" : "runs.total", count);
    }

    public boolean isFiltered() {
        return jobName != null || status != null;
    }

    public String getJobName() {
        return jobName;
    }

    public void setJobName(String jobName) {
        this.jobName = jobName == null || jobName.isEmpty() ? null : jobName;
    }

    public RunStatus getStatus() {
        return status;
    }

    public void setStatus(RunStatus status) {
        this.status = status;
    }

    private RunSearch search() {
        return new RunSearch(jobName, status, null, null);
    }

    // The button sends the number that the person saw: by now another run may stand in that row.
    private void act(String action, LongConsumer deed) {
        String run = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("run");
        deeds.perform(action, "batch run " + run, () -> deed.accept(number(run)), "runs." + action + ".asked", run);
    }

    private static long number(String run) {
        try {
            return Long.parseLong(run);
        } catch (NumberFormatException e) {
            throw new NotFound("run-unknown", "There is no batch run " + run + ".");
        }
    }

    private static Texts texts() {
        return ConsoleMessages.texts(FacesContext.getCurrentInstance());
    }
}
