package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ReadOnlyMount;
import org.computility.connector.jobs.protocol.files.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a job can reach. */
class SandboxTest {

    private final String id = Bench.freshId();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void noFileOfAnotherJobNorOfThePlatformIsSeen() throws Exception {
        String other = Bench.freshId();
        bench.run(Bench.script(other, "echo secret >secret"));
        Path secret = bench.root.resolve(other).resolve("work").resolve("secret");
        assertThat(secret).hasContent("secret");

        bench.run(Bench.script(
                id,
                "for file in " + secret + " " + bench.root + " /task/../" + other + " /task/../job /etc/passwd /root"
                        + " /home /var; do [ -e $file ] && echo seen $file; done; echo looked"));

        assertThat(bench.printed(id)).isEqualTo("looked\n");
    }

    @Test
    void nothingButItsOwnIsWritten() throws Exception {
        bench.run(Bench.script(
                id,
                "for at in / /usr /usr/bin /dev /etc /proc/sys/kernel /data; do"
                        + " (: >$at/x) 2>/dev/null && echo written $at; done;"
                        + " for at in /task /tmp /dev/shm; do (: >$at/x) && echo own $at; done"));

        assertThat(bench.printed(id)).isEqualTo("own /task\nown /tmp\nown /dev/shm\n");
    }

    @Test
    void noNetworkNoOtherProcessAndNoDescriptorIsThere() throws Exception {
        bench.run(Bench.script(
                id, "grep -c : /proc/net/dev; grep CapEff /proc/self/status; echo /proc/[0-9]*; ls -x /proc/self/fd"));

        // bwrap and the shell; the fourth descriptor is the listing's own.
        assertThat(bench.printed(id).lines().map(String::strip))
                .containsExactly("1", "CapEff:\t0000000000000000", "/proc/1 /proc/2 /proc/3", "0  1  2  3");
    }

    @Test
    void noUserNamespaceIsMadeInside() throws Exception {
        bench.run(Bench.script(id, "unshare --user true 2>/dev/null && echo made || echo refused"));

        assertThat(bench.printed(id)).isEqualTo("refused\n");
    }

    @Test
    void secretsStandInNoCommandLine() throws Exception {
        String secret = "secret-" + System.nanoTime();
        List<String> command = List.of("sh", "-c", "echo ready; sleep 1000");
        bench.runtime.submit(
                new JobSpec(id, command, Map.of("KEY", secret), Bench.RESOURCES, Bench.LIMITS, null, List.of()));
        bench.awaitPrinted(id, "ready");

        assertThat(Bench.processesWith(secret)).isZero();
        assertThat(Files.getPosixFilePermissions(bench.root).toString()).doesNotContain("OTHERS", "GROUP");
        bench.runtime.cancel(id);
        bench.awaitEnd(id);
    }

    @Test
    void mountsAreReadAndNotWritten() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "data-");
        Files.writeString(data.resolve("set.txt"), "numbers");
        String script = "cat /data/training/set.txt; (: >/data/training/x) 2>/dev/null || echo, refused";
        bench.run(Bench.script(
                id, script.replace("echo,", "echo ,"), Bench.LIMITS, new ReadOnlyMount(data.toString(), "training")));

        assertThat(bench.printed(id)).isEqualTo("numbers, refused\n");
    }

    @Test
    void mountsShowNoOtherJob() throws Exception {
        Path link = bench.root.resolveSibling(bench.root.getFileName() + "-link");
        Files.createSymbolicLink(link, bench.root);
        for (Path source : List.of(bench.root, bench.root.resolve("x"), bench.root.getParent(), Path.of("/"), link)) {
            Files.createDirectories(bench.root.resolve("x"));
            ReadOnlyMount mount = new ReadOnlyMount(source.toString(), "all");
            assertThatThrownBy(() -> bench.runtime.submit(Bench.script(id, "ls /data/all", Bench.LIMITS, mount)))
                    .isInstanceOf(RuntimeFailure.class)
                    .hasMessageContaining("mounts must not show the jobs' own folder");
        }
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void anImageStandsInPlaceOfTheMachinesPrograms() throws Exception {
        Path image = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "image-");
        Files.createDirectories(image.resolve("usr/bin"));
        Files.createDirectories(image.resolve("etc"));
        Files.writeString(image.resolve("etc/release"), "of the image");
        Files.writeString(image.resolve("secret"), "no folder");
        Files.createSymbolicLink(image.resolve("bin"), Path.of("usr/bin"));
        for (String folder : List.of("lib", "lib64")) {
            // The machine's own libraries, so that a few programs suffice.
            Process copied = new ProcessBuilder(
                            "sh",
                            "-c",
                            "mkdir -p " + image + "/" + folder + " && for l in"
                                    + " $(ldd /bin/sh /bin/cat | grep -o '/" + folder + "/[^ ]*' | sort -u); do"
                                    + " mkdir -p " + image + "${l%/*} && cp -L $l " + image + "$l; done;"
                                    + " cp -L /bin/sh /bin/cat " + image + "/usr/bin/")
                    .start();
            assertThat(copied.waitFor()).isZero();
        }
        List<String> script = List.of(
                "sh", "-c", "cat /etc/release; cat /secret; (: >/etc/x) || echo; ls / 2>&1; echo /usr/*; echo x >x");
        bench.run(new JobSpec(id, script, Map.of(), Bench.RESOURCES, Bench.LIMITS, image.toString(), List.of()));

        assertThat(bench.printed(id))
                .startsWith("of the image")
                .contains("/secret: No such file", "ls: not found", "Read-only file system")
                .endsWith("/usr/bin\n");
        assertThat(bench.result(id, "x")).isEqualTo("x\n");
    }

    @Test
    void imagesThatAreNoneAreRefused() throws Exception {
        Path inside =
                Files.createDirectories(bench.root.resolve("x").resolve("usr")).getParent();
        for (String image : List.of("relative", "/no/such/folder", "/", inside.toString(), "/usr")) {
            JobSpec job = new JobSpec(id, List.of("true"), Map.of(), Bench.RESOURCES, Bench.LIMITS, image, List.of());
            assertThatThrownBy(() -> bench.runtime.submit(job))
                    .isInstanceOf(RuntimeFailure.class)
                    .hasMessageContaining("image must");
        }
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void aMountThatIsNotThereIsRefused() {
        ReadOnlyMount mount = new ReadOnlyMount("/no/such/folder", "all");
        assertThatThrownBy(() -> bench.runtime.submit(Bench.script(id, "true", Bench.LIMITS, mount)))
                .hasMessageContaining("mounts must have sources that exist");
    }

    @Test
    void aMachineWithoutASandboxRunsNothing() {
        ProcessRuntime bare = new ProcessRuntime(bench.root, "/nowhere");

        assertThatThrownBy(() -> bare.submit(Bench.script(id, "echo run")))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(RuntimeFailure.Reason.REFUSED))
                .hasMessageContaining("it lacks bwrap")
                .hasMessageContaining("bubblewrap");
        assertThat(bench.root).isEmptyDirectory();
    }

    @Test
    void aSandboxThatCannotBeMadeRunsNothing() throws Exception {
        Path tools = Files.createTempDirectory("tools");
        Path bwrap = Files.writeString(tools.resolve("bwrap"), "#!/bin/sh\necho no namespaces >&2\nexit 1\n");
        assertThat(bwrap.toFile().setExecutable(true)).isTrue();
        new ProcessRuntime(bench.root, tools + ":/usr/bin:/bin").submit(Bench.script(id, "echo run"));
        JobReport report = bench.awaitEnd(id);

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).contains("sandbox could not be made");
        assertThat(bench.printed(id)).isEqualTo("no namespaces\n");
    }

    @Test
    void aFolderThatEveryJobCouldReadIsRefused() {
        assertThatThrownBy(() -> new Sandbox(Path.of("/usr/local/jobs"))).hasMessageContaining("must not lie in /usr");
    }
}
