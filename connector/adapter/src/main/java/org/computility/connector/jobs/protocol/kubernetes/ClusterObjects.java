package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Map;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress.Door;

/** The objects that stand for a job in a cluster. Its id is their name; a Service's begins with a letter. */
record ClusterObjects(JobSpec job, PodSpecBuilder pod) {

    private static final int PROBE_SECONDS = 2;

    static String serviceName(String jobId) {
        return "s-" + jobId;
    }

    /** What ends. It is never begun again: the platform decides that. */
    Job ending() {
        return new JobBuilder()
                .withMetadata(timed())
                .withNewSpec()
                .withBackoffLimit(0)
                .withParallelism(1)
                .withCompletions(1)
                .withNewTemplate()
                .withMetadata(labelled())
                .withSpec(PodTemplates.neverAgain(pod, job))
                .endTemplate()
                .endSpec()
                .build();
    }

    /** What serves: one replica, as many of these as the platform wants. */
    Deployment serving() {
        PodSpec spec = pod.editFirstContainer()
                .withReadinessProbe(probe())
                .addNewPort()
                .withContainerPort(job.servicePort())
                .endPort()
                .endContainer()
                .build();
        return new DeploymentBuilder()
                .withMetadata(timed())
                .withNewSpec()
                .withReplicas(1)
                .withNewStrategy()
                .withType("Recreate")
                .endStrategy()
                .withNewSelector()
                .withMatchLabels(Map.of(Marks.JOB, job.jobId()))
                .endSelector()
                .withNewTemplate()
                .withMetadata(labelled())
                .withSpec(spec)
                .endTemplate()
                .endSpec()
                .build();
    }

    private Probe probe() {
        ProbeBuilder probe = new ProbeBuilder()
                .withPeriodSeconds(PROBE_SECONDS)
                .withTimeoutSeconds(PROBE_SECONDS)
                .withFailureThreshold(2);
        IntOrString port = new IntOrString(job.servicePort());
        return job.healthPath() == null
                ? probe.withTcpSocket(new TCPSocketAction(null, port)).build()
                : probe.withNewHttpGet()
                        .withPath(job.healthPath())
                        .withPort(port)
                        .endHttpGet()
                        .build();
    }

    Service service(Door door) {
        return new ServiceBuilder()
                .withMetadata(named(serviceName(job.jobId())))
                .withNewSpec()
                .withType(door == Door.NODE ? "NodePort" : "ClusterIP")
                .withSelector(Map.of(Marks.JOB, job.jobId()))
                .addNewPort()
                .withPort(job.servicePort())
                .withTargetPort(new IntOrString(job.servicePort()))
                .endPort()
                .endSpec()
                .build();
    }

    private ObjectMeta timed() {
        return new ObjectMetaBuilder(named(job.jobId()))
                .addToAnnotations(
                        Marks.WALL_TIME, Long.toString(job.limits().wallTime().toSeconds()))
                .build();
    }

    private ObjectMeta named(String name) {
        return new ObjectMetaBuilder(labelled()).withName(name).build();
    }

    private ObjectMeta labelled() {
        return new ObjectMetaBuilder()
                .withLabels(PodTemplates.labels(job.jobId()))
                .build();
    }
}
