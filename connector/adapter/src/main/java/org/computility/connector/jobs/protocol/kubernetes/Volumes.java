package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.JobRules;

/**
 * The folders of a pod.
 *
 * @param user who owns the work folder, never root
 */
record Volumes(long user, List<Volume> all, List<VolumeMount> mounts) {

    /** A user that no image needs to know. */
    private static final long NOBODY_IN_PARTICULAR = 1000;

    /** A work folder that goes with the pod, on the node's disk. */
    static Volumes passing(JobSpec job) {
        Volume work = new VolumeBuilder()
                .withName("work")
                .withNewEmptyDir()
                .withSizeLimit(size(JobRules.diskBytes(job.limits())))
                .endEmptyDir()
                .build();
        return with(NOBODY_IN_PARTICULAR, job, work, List.of(mount("work", PodTemplates.WORK, null, false)));
    }

    /**
     * A work folder and data sets in a claim.
     *
     * @param work where the work folder is in the claim
     * @param data where each data set is in the claim, by its name
     */
    static Volumes of(JobSpec job, String claim, long owner, String work, Map<String, String> data) {
        Volume volume = new VolumeBuilder()
                .withName("claim")
                .withNewPersistentVolumeClaim(claim, false)
                .build();
        List<VolumeMount> mounts = new ArrayList<>();
        mounts.add(mount("claim", PodTemplates.WORK, work, false));
        for (Entry<String, String> each : new TreeMap<>(data).entrySet()) {
            mounts.add(mount("claim", "/data/" + each.getKey(), each.getValue(), true));
        }
        return with(owner == 0 ? NOBODY_IN_PARTICULAR : owner, job, volume, mounts);
    }

    // Programs that train share memory; what lies there counts as the container's.
    private static Volumes with(long user, JobSpec job, Volume work, List<VolumeMount> mounts) {
        Volume memory = new VolumeBuilder()
                .withName("memory")
                .withNewEmptyDir()
                .withMedium("Memory")
                .withSizeLimit(size(job.resources().memoryBytes()))
                .endEmptyDir()
                .build();
        List<VolumeMount> all = new ArrayList<>(mounts);
        all.add(mount("memory", "/dev/shm", null, false));
        return new Volumes(user, List.of(work, memory), all);
    }

    private static VolumeMount mount(String volume, String path, String subPath, boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(path)
                .withSubPath(subPath)
                .withReadOnly(readOnly)
                .build();
    }

    private static Quantity size(long bytes) {
        return new Quantity(Long.toString(bytes));
    }
}
