package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.ResultFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job leaves, which may be anything, is read with bounds. */
class LogsAndResultsTest {

    private final String id = Bench.freshId();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void aLogIsReadFromAnyByteAndMayHoldAnyBytes() throws Exception {
        bench.run(Bench.script(id, "printf '\\377\\000\\r\\n\\033[31m\\200'"));
        byte[] odd = {(byte) 0xff, 0, '\r', '\n', 0x1b, '[', '3', '1', 'm', (byte) 0x80};

        assertThat(bench.runtime.log(id, 0, 100)).isEqualTo(odd);
        assertThat(bench.runtime.log(id, 3, 2)).containsExactly('\n', 0x1b);
        assertThat(bench.runtime.log(id, 9, 100)).containsExactly(0x80);
        assertThat(bench.runtime.log(id, 10, 100)).isEmpty();
        assertThat(bench.runtime.log(id, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(bench.runtime.log(id, 0, 0)).isEmpty();
    }

    @Test
    void aCallAnswersAChunkAtMost() throws Exception {
        bench.run(Bench.script(id, "head -c 3000000 /dev/zero"));

        assertThat(bench.runtime.log(id, 0, Integer.MAX_VALUE)).hasSize(JobConnection.LOG_CHUNK);
        assertThat(bench.runtime.log(id, 2_999_999, Integer.MAX_VALUE)).hasSize(1);
    }

    @Test
    void nonsenseOffsetsAndUnknownJobsAreRefused() throws Exception {
        bench.run(Bench.script(id, "true"));

        assertThatThrownBy(() -> bench.runtime.log(id, -1, 1)).isInstanceOf(RuntimeFailure.class);
        assertThatThrownBy(() -> bench.runtime.log(id, 0, -1)).isInstanceOf(RuntimeFailure.class);
        assertThatThrownBy(() -> bench.runtime.log(Bench.freshId(), 0, 1)).hasMessageContaining("not known");
        assertThatThrownBy(() -> bench.runtime.results(Bench.freshId())).hasMessageContaining("not known");
    }

    @Test
    void resultsAreForJobsThatHaveEnded() throws Exception {
        bench.runtime.submit(Bench.script(id, "echo ready; sleep 1000"));
        bench.awaitPrinted(id, "ready");

        assertThatThrownBy(() -> bench.runtime.results(id)).hasMessageContaining("has not ended");
        assertThatThrownBy(() -> bench.result(id, "x")).hasMessageContaining("has not ended");
        assertThatThrownBy(() -> bench.runtime.forget(id)).hasMessageContaining("has not ended");
        bench.runtime.cancel(id);
        bench.awaitEnd(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../job",
                "../log",
                "deep/../../job",
                "/etc/passwd",
                "/task/ok",
                "link",
                "folder/passwd",
                "pipe",
                "deep",
                "deep/..",
                "./ok",
                "",
                ".",
                "missing",
                "ok\0",
                "self/ok"
            })
    void namesThatLeadElsewhereAreRefused(String name) throws Exception {
        bench.run(Bench.script(
                id,
                "echo ok >ok; mkdir deep; echo in >deep/in; ln -s /etc/passwd link; ln -s /etc folder; ln -s . self;"
                        + " mkfifo pipe"));

        assertThat(bench.runtime.results(id)).containsExactly(new ResultFile("deep/in", 3), new ResultFile("ok", 3));
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        assertThatThrownBy(() -> bench.runtime.result(id, name, 100, nothing))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("file");
        assertThat(nothing.size()).isZero();
    }

    @Test
    void aFolderThatNobodyMayReadHidesOnlyItself() throws Exception {
        bench.run(Bench.script(id, "mkdir locked; echo x >locked/x; chmod 000 locked; echo ok >ok"));

        assertThat(bench.runtime.results(id)).contains(new ResultFile("ok", 3));
    }

    @Test
    void aResultThatIsTooLargeIsRefusedBeforeItsFirstByte() throws Exception {
        bench.run(Bench.script(id, "echo 12345 >five"));
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();

        assertThatThrownBy(() -> bench.runtime.result(id, "five", 5, nothing))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("6 bytes");
        assertThat(nothing.size()).isZero();
        bench.runtime.result(id, "five", 6, nothing);
        assertThat(nothing.size()).isEqualTo(6);
    }

    @Test
    void tooManyFilesAreRefused() throws Exception {
        bench.run(Bench.script(id, "seq 10001 | xargs touch"));

        assertThatThrownBy(() -> bench.runtime.results(id)).hasMessageContaining("more than 10000 files");
        bench.runtime.result(id, "10001", 0, OutputStream.nullOutputStream());
    }
}
