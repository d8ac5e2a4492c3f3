package org.computility.connector.jobs.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ResultTaker;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.connector.jobs.protocol.JobClient;
import org.computility.connector.outbound.Handle;
import org.computility.connector.outbound.Place;

/** The application's end of a connection to a job runtime. */
public final class JobHandle extends Handle<JobClient> implements JobConnection {

    JobHandle(Place place, JobClient client) {
        super(place, client);
    }

    @Override
    public void submit(JobSpec job) throws RuntimeFailure {
        JobClient client = client();
        if (job.servicePort() != 0 && !client.runsServices()) {
            throw new RuntimeFailure(Reason.REFUSED, "This kind of center runs no services yet", null);
        }
        client.submit(job);
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        return client().state(jobId);
    }

    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        return client().states(jobIds);
    }

    @Override
    public void cancel(String jobId) throws RuntimeFailure {
        client().cancel(jobId);
    }

    @Override
    public void cancel(List<String> jobIds) throws RuntimeFailure {
        client().cancel(jobIds);
    }

    @Override
    public byte[] log(String jobId, long offset, int most) throws RuntimeFailure {
        return client().log(jobId, offset, most);
    }

    @Override
    public List<ResultFile> results(String jobId) throws RuntimeFailure {
        return client().results(jobId);
    }

    @Override
    public void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException {
        client().result(jobId, name, most, to);
    }

    @Override
    public void results(String jobId, List<String> names, ResultTaker to) throws RuntimeFailure, IOException {
        client().results(jobId, names, to);
    }

    @Override
    public void forget(String jobId) throws RuntimeFailure {
        client().forget(jobId);
    }

    @Override
    public Optional<ServiceEndpoint> endpoint(String jobId) throws RuntimeFailure {
        return client().endpoint(jobId);
    }

    @Override
    public JobCapacity capacity() throws RuntimeFailure {
        return client().capacity();
    }
}
