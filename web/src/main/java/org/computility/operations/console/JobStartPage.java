package org.computility.operations.console;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.identity.console.Deeds;
import org.computility.operations.declared.DeclaredJobs;
import org.computility.operations.declared.JobParameter;
import org.computility.operations.declared.StartableJob;
import org.computility.shared.console.ConsoleMessages;
import org.computility.shared.console.Texts;
import org.primefaces.PrimeFaces;

/** The dialog that starts a declared job: which one, and a field for each of its parameters. */
@Named
@ViewScoped
public class JobStartPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private DeclaredJobs jobs;

    @Inject
    private Deeds deeds;

    private String jobName;
    private final Map<String, String> values = new HashMap<>();

    @PostConstruct
    void open() {
        getJobNames().stream().findFirst().ifPresent(this::setJobName);
    }

    /** True for people who may start a job. */
    public boolean isOffered() {
        return !jobs.startable().isEmpty();
    }

    public List<String> getJobNames() {
        return jobs.startable().stream().map(StartableJob::name).toList();
    }

    public String getJobName() {
        return jobName;
    }

    /** Another job: its own parameters, with their defaults. */
    public void setJobName(String chosen) {
        if (!chosen.equals(jobName)) {
            jobName = chosen;
            values.clear();
            getParameters().forEach(parameter -> values.put(parameter.name(), parameter.byDefault()));
        }
    }

    public List<JobParameter> getParameters() {
        return chosen().map(StartableJob::parameters).orElse(List.of());
    }

    /** What the fields hold, by the parameters' names. */
    public Map<String, String> getValues() {
        return values;
    }

    public String labelOf(JobParameter parameter) {
        return texts().of("job." + jobName + "." + parameter.name(), parameter.name());
    }

    /** What the field takes. */
    public String hintOf(JobParameter parameter) {
        return texts().format("jobs.takes." + parameter.type(), parameter.least(), parameter.most());
    }

    /** Starts a run; the dialog closes when there is one. */
    public void start() {
        boolean started = deeds.perform(
                "start",
                "job " + jobName,
                () -> jobs.start(jobName, values),
                "jobs.start.asked",
                texts().of("job." + jobName, jobName));
        PrimeFaces.current().ajax().addCallbackParam("started", started);
    }

    private Optional<StartableJob> chosen() {
        return jobs.startable().stream()
                .filter(job -> job.name().equals(jobName))
                .findFirst();
    }

    private static Texts texts() {
        return ConsoleMessages.texts(FacesContext.getCurrentInstance());
    }
}
