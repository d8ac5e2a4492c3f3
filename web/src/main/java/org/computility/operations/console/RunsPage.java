package org.computility.operations.console;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.computility.audit.console.ConsoleAudit;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.operations.BatchAdministration;
import org.computility.operations.RunSearch;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.shared.BusinessFailure;
import org.computility.shared.console.ConsoleMessages;

/** The list of batch runs, its filters and its buttons. */
@Named
@ViewScoped
public class RunsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private BatchAdministration administration;

    @Inject
    private ConsoleAudit audit;

    @Inject
    private CurrentCaller caller;

    private String jobName;
    private RunStatus status;
    private RunsModel model;

    @PostConstruct
    void open() {
        model = new RunsModel(administration, this::search);
    }

    public RunsModel getModel() {
        return model;
    }

    /** Asks a run to stop. */
    public void stop(long runId) {
        act("stop", runId, administration::stop);
    }

    /** Begins a run anew. */
    public void restart(long runId) {
        act("restart", runId, administration::restart);
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
        return ConsoleMessages.text(locale(), "job." + job, job);
    }

    public String titleOf(RunStatus state) {
        return ConsoleMessages.text(locale(), "status." + state, state.name());
    }

    /** How far a run is, in words; nothing while its job has said nothing. */
    public String progressOf(RunView run) {
        return RunProgress.inWords(
                ConsoleMessages.text(locale(), "progress." + run.jobName(), ""), run.progressFacts());
    }

    /** How many runs match, in words. */
    public String getTotal() {
        // Asked anew: this text is drawn before the table has loaded its rows.
        int count = model.count(Map.of());
        String key = count >= RunsModel.MOST ? "runs.total.capped" : "runs.total";
        return new MessageFormat(ConsoleMessages.text(locale(), key, "{0}"), locale()).format(new Object[] {count});
    }

    public RunTimes timesOf(RunView run) {
        return new RunTimes(run);
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

    private interface Deed {
        RunView on(long runId);
    }

    private void act(String name, long runId, Deed deed) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Caller by = caller.get();
        audit.begins(by.username(), by.organisationId(), "console: " + name, "batch run " + runId);
        try {
            deed.on(runId);
            audit.done();
            ConsoleMessages.tell(faces, "runs." + name + ".asked", Long.toString(runId));
        } catch (BusinessFailure e) {
            audit.ended(e);
            ConsoleMessages.refuse(faces, e);
        } catch (RuntimeException e) {
            audit.ended(e);
            throw e;
        }
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
