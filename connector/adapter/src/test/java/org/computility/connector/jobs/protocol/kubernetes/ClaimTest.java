package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ReadOnlyMount;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.protocol.files.FolderSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim whose files the platform sees. */
class ClaimTest {

    private final Bench bench = new Bench();
    private final String id = Bench.freshId();

    @TempDir
    private Path given;

    private Path shared;

    @BeforeEach
    void begin() throws IOException {
        shared = given.toRealPath();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aPodSeesItsWorkFolderAndItsDataSetsOnly() throws IOException, RuntimeFailure {
        Path data = Files.writeString(
                Files.createDirectory(shared.resolve("contents")).resolve("ab12"), "data");

        runtime().submit(job(data));

        PodSpec pod = bench.job(id).getSpec().getTemplate().getSpec();
        List<VolumeMount> mounts = pod.getContainers().get(0).getVolumeMounts();
        assertThat(mounts)
                .extracting(VolumeMount::getMountPath, VolumeMount::getSubPath, VolumeMount::getReadOnly)
                .contains(tuple("/task", "jobs/" + id + "/work", false), tuple("/data/one", "contents/ab12", true));
        assertThat(pod.getVolumes().get(0).getPersistentVolumeClaim().getClaimName())
                .isEqualTo("work");
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(runtime().capacity().storageBytes()).isPositive();
        assertThat(runtime().capacity().dataSets()).isTrue();
        assertThat(bench.runtime().capacity().dataSets()).as("without a claim").isFalse();
    }

    @Test
    void whatAJobLeftIsReadAndRemoved() throws IOException, RuntimeFailure {
        runtime().submit(Bench.script(id));
        Path work = shared.resolve("jobs").resolve(id).resolve("work");
        Files.writeString(work.resolve("model.onnx"), "model");
        Files.createSymbolicLink(work.resolve("link"), Path.of("/etc/passwd"));
        bench.exits(bench.hasPod(id), 0);

        assertThat(runtime().results(id)).containsExactly(new ResultFile("model.onnx", 5));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        runtime().result(id, "model.onnx", 100, copy);
        assertThat(copy).hasToString("model");
        assertThatThrownBy(() -> runtime().result(id, "link", 100, copy)).hasMessageContaining("no ordinary file");

        runtime().forget(id);
        assertThat(shared.resolve("jobs").resolve(id)).doesNotExist();
        assertThat(bench.job(id)).isNull();
    }

    @Test
    void aDataSetThatThePodCouldNotReadIsRefused() throws IOException {
        Path elsewhere = Files.createTempFile("data", null);
        Path others =
                Files.createDirectories(shared.resolve("jobs").resolve("other").resolve("work"));

        assertThatThrownBy(() -> runtime().submit(job(elsewhere)))
                .hasMessageContaining("the data set one lies outside");
        assertThatThrownBy(() -> runtime().submit(job(others))).hasMessageContaining("the data set one lies outside");
        assertThatThrownBy(() -> runtime().submit(job(shared.resolve("none")))).hasMessageContaining("lies outside");
        assertThat(bench.job(id)).isNull();
        Files.delete(elsewhere);
    }

    @Test
    void aClaimThatHangsKeepsNobodyWaiting() throws Exception {
        runtime().submit(Bench.script(id));
        bench.exits(bench.hasPod(id), 0);
        CountDownLatch mended = new CountDownLatch(1);
        FolderSteps hanging = new FolderSteps(shared, bench.http.executor(), Duration.ofMillis(1));
        for (int step = 0; step < 8; step++) {
            assertThatThrownBy(() -> hanging.take(() -> isMended(mended))).hasMessageContaining("hangs");
        }
        for (int walk = 0; walk < 2; walk++) {
            assertThatThrownBy(() -> hanging.walk(() -> isMended(mended))).hasMessageContaining("hangs");
        }

        ClaimFolder claim = new ClaimFolder("work", shared, hanging);
        assertHangs(() -> claim.volumes(Bench.script(id)));
        assertHangs(() -> claim.results(id));
        assertHangs(() -> claim.result(id, "a", 100, new ByteArrayOutputStream()));
        assertHangs(() -> claim.forget(id));
        assertHangs(claim::storage);
        assertThat(runtime().state(id).state()).as("its cluster still tells").isEqualTo(JobState.COMPLETED);

        mended.countDown();
        assertThat(runtime().results(id)).isEmpty();
    }

    private static Boolean isMended(CountDownLatch mended) throws IOException {
        try {
            return mended.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void assertHangs(ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
    }

    private KubernetesRuntime runtime() throws RuntimeFailure {
        return bench.runtime("&claim=work&folder=" + shared);
    }

    private JobSpec job(Path data) {
        return new JobSpec(
                id,
                List.of("true"),
                Map.of(),
                Bench.RESOURCES,
                Bench.LIMITS,
                Bench.IMAGE,
                List.of(new ReadOnlyMount(data.toString(), "one")));
    }
}
