package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ResultTaker;
import org.computility.connector.jobs.protocol.JobClient;
import org.computility.connector.jobs.protocol.JobRules;

/** What is alike for all runtimes that keep each job in a folder below one folder. */
public abstract class JobsInFolders implements JobClient {

    private final Path location;
    private final FolderSteps steps;

    /** @param location the folder of all jobs, on this machine, made when the first is submitted */
    protected JobsInFolders(Path location) {
        this(location, null);
    }

    /**
     * Of a folder that other machines share.
     *
     * @param steps how long one may take that hangs; null: without an end
     */
    protected JobsInFolders(Path location, FolderSteps steps) {
        this.location = location;
        this.steps = steps;
    }

    protected final Path location() {
        return location;
    }

    @Override
    public byte[] log(String jobId, long offset, int most) throws RuntimeFailure {
        JobFolder folder = known(jobId);
        if (offset < 0 || most < 0) {
            throw refused("offset and most must not be negative");
        }
        return guarded(() -> new JobLog(folder.log()).read(offset, most));
    }

    @Override
    public List<ResultFile> results(String jobId) throws RuntimeFailure {
        Results results = resultsOf(jobId);
        return walked(results::list);
    }

    @Override
    public void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException {
        Results results = resultsOf(jobId);
        new Piecewise(this::guarded).copy(() -> results.open(name, most), to);
    }

    @Override
    public void results(String jobId, List<String> names, ResultTaker to) throws RuntimeFailure, IOException {
        Results results = resultsOf(jobId);
        Piecewise piecewise = new Piecewise(this::guarded);
        for (String name : names) {
            piecewise.copy(() -> results.open(name, Long.MAX_VALUE), to.next(name));
        }
    }

    @Override
    public void forget(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        if (!guarded(() -> Files.exists(folder.path()))) {
            return;
        }
        ended(jobId);
        walked(() -> {
            new Removal(location).remove(folder.path());
            return null;
        });
    }

    private Results resultsOf(String jobId) throws RuntimeFailure {
        JobFolder folder = known(jobId);
        ended(jobId);
        return new Results(guarded(() -> folder.work().toRealPath()));
    }

    private void ended(String jobId) throws RuntimeFailure {
        if (!state(jobId).state().isFinal()) {
            throw refused("Job " + jobId + " has not ended");
        }
    }

    private JobFolder known(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        if (!guarded(folder::isAccepted)) {
            throw refused("Job " + jobId + " is not known here");
        }
        return folder;
    }

    protected final JobFolder folder(String jobId) throws RuntimeFailure {
        JobRules.checkId(jobId);
        return new JobFolder(location.resolve(jobId));
    }

    /** Takes a step with a job's files, and tells of its failure in a runtime's words. */
    protected final <T> T guarded(FolderSteps.Step<T> step) throws RuntimeFailure {
        return steps == null ? told(step) : steps.take(() -> told(step));
    }

    /** The same for a step that walks through all files of a job. */
    private <T> T walked(FolderSteps.Step<T> step) throws RuntimeFailure {
        return steps == null ? told(step) : steps.walk(() -> told(step));
    }

    private <T> T told(FolderSteps.Step<T> step) throws RuntimeFailure {
        try {
            return step.take();
        } catch (CharacterCodingException e) {
            throw new RuntimeFailure(Reason.GARBLED, "A job's file makes no sense: it is no text", e);
        } catch (IOException e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, "The jobs' folder " + location + " fails: " + e, e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RuntimeFailure(Reason.GARBLED, "A job's file makes no sense: " + e.getMessage(), e);
        }
    }

    private static RuntimeFailure refused(String message) {
        return new RuntimeFailure(Reason.REFUSED, message, null);
    }
}
