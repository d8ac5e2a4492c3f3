package org.computility.runtime.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.algopackage.Folders;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.algopackage.archive.AlgoPackageWriter;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.Refusal;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PackageStoreTest {

    private static final String ID = NodeFixture.MOTION;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    private final List<PackageState> news = new CopyOnWriteArrayList<>();
    private byte[] tar;
    private FakeServer source;
    private PackageStore store;

    @BeforeEach
    void open() throws IOException {
        tar = NodeFixture.tar("motion-in-area");
        source = new FakeServer(request -> Reply.status(200).saying(tar));
        store = new PackageStore(temp, news::add);
    }

    @AfterEach
    void close() {
        store.close();
        source.close();
    }

    @Test
    void aDeliveredPackageIsUnpackedToldOfAndSurvivesARestart() throws Exception {
        deliver();
        awaitStatus(PackageState.DOWNLOADED);

        assertThat(store.get(ID).id()).isEqualTo(ID);
        assertThat(store.folder(ID).resolve("motion.onnx")).isNotEmptyFile();
        assertThat(news.get(0).status()).isEqualTo(PackageState.DOWNLOADING);
        assertThat(news.get(news.size() - 1).progress()).isEqualTo(1);
        assertThat(store.folder(ID).resolveSibling(ID + ".download")).doesNotExist();

        reopen();
        assertThat(store.get(ID).id()).isEqualTo(ID);
        assertThat(state().status()).isEqualTo(PackageState.DOWNLOADED);
    }

    @Test
    void aRepeatedDeliveryFetchesNothingNotEvenAfterARestart() throws Exception {
        deliver();
        awaitStatus(PackageState.DOWNLOADED);
        deliver();
        reopen();
        deliver();

        assertThat(source.requests()).hasSize(1);
        assertThat(state().status()).isEqualTo(PackageState.DOWNLOADED);
    }

    @Test
    void aDeliveryThatGoesOnIsLeftAsItIsAndCannotBeRemoved() throws Exception {
        Gate answer = new Gate();
        source.answer(request -> {
            answer.pass();
            return Reply.status(200).saying(tar);
        });
        deliver();
        await().atMost(SOON).until(() -> source.requests().size() == 1);
        deliver();

        assertThatThrownBy(() -> store.remove(ID, id -> false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is being downloaded");
        assertThatThrownBy(() -> store.get(ID)).isInstanceOf(Refusal.class).hasMessageContaining("not on this node");
        answer.open();
        awaitStatus(PackageState.DOWNLOADED);
        assertThat(source.requests()).hasSize(1);
    }

    @Test
    void aServerThatFailsIsAskedAgainAndOneThatRefusesIsNot() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        source.answer(request -> asked.incrementAndGet() == 1
                ? Reply.status(503)
                : Reply.status(200).saying(tar));
        deliver();
        awaitStatus(PackageState.DOWNLOADED);
        assertThat(asked.get()).isEqualTo(2);

        store.remove(ID, id -> false);
        source.answer(request -> Reply.status(404));
        deliver();
        awaitStatus(PackageState.FAILED);
        assertThat(state().error()).contains("HTTP status 404");
        assertThat(source.requests()).hasSize(3);
    }

    @Test
    void aFailedDeliveryCanBeAskedForAgain() throws Exception {
        source.answer(request -> Reply.status(403));
        deliver();
        awaitStatus(PackageState.FAILED);
        source.answer(request -> Reply.status(200).saying(tar));
        deliver();

        awaitStatus(PackageState.DOWNLOADED);
        assertThat(state().error()).isNull();
    }

    @Test
    void aFileThatIsAnotherPackageOrNoneFails() throws Exception {
        deliver(NodeFixture.SOIL, tar);
        await().atMost(SOON).until(() -> !news.isEmpty() && last().status() == PackageState.FAILED);
        assertThat(last().error()).contains("the file is the package " + ID);

        tar = Arrays.copyOf(tar, tar.length / 2);
        deliver();
        await().atMost(SOON).until(() -> last().packageId().equals(ID) && last().status() == PackageState.FAILED);
        assertThat(last().error()).contains("cut off");
        assertThat(temp.resolve(ID)).doesNotExist();
    }

    /** Between the last byte and the package's own name. */
    @Test
    void aDownloadThatWasWholeWhenItsProcessEndedIsNotFetchedAgain() throws Exception {
        Files.write(temp.resolve(ID + ".download"), tar);
        Files.createDirectories(temp.resolve(ID));
        reopen();
        assertThat(store.list()).as("nobody has checked it").isEmpty();

        deliver();
        awaitStatus(PackageState.DOWNLOADED);
        assertThat(source.requests()).isEmpty();
        assertThat(store.folder(ID).resolve("motion.onnx")).isNotEmptyFile();
    }

    @Test
    void aPackageWhoseFolderIsGoneIsUnpackedAgainAtTheStart() throws Exception {
        deliver();
        awaitStatus(PackageState.DOWNLOADED);
        Folders.delete(store.folder(ID));

        reopen();
        assertThat(store.folder(ID).resolve("motion.onnx")).isNotEmptyFile();
    }

    @Test
    void aSpoiledFileOnDiskKeepsTheNodeFromNothing() throws Exception {
        Files.write(temp.resolve(NodeFixture.SOIL + ".tar"), new byte[] {1, 2, 3});
        Files.writeString(temp.resolve("notes.txt"), "left by a person");
        deliver();
        awaitStatus(PackageState.DOWNLOADED);

        reopen();
        assertThat(store.list()).extracting(PackageState::packageId).containsExactly(ID);
    }

    @Test
    void theSameIdWithOtherBytesReplacesThePackage() throws Exception {
        deliver();
        awaitStatus(PackageState.DOWNLOADED);
        Path unpacked = temp.resolve("again");
        new AlgoPackageArchive().extract(temp.resolve(ID + ".tar"), unpacked);
        Files.writeString(unpacked.resolve("notes.txt"), "a second edition");
        Path second = temp.resolve("second");
        AlgoPackageWriter.write(unpacked, second);
        tar = Files.readAllBytes(second);

        deliver();
        await().atMost(SOON).until(() -> Files.exists(store.folder(ID).resolve("notes.txt")));
        awaitStatus(PackageState.DOWNLOADED);
        assertThat(temp.resolve(ID + ".md5")).hasContent(NodeFixture.md5(tar));
    }

    @Test
    void aRemovedPackageLeavesNothing() throws Exception {
        deliver();
        awaitStatus(PackageState.DOWNLOADED);
        assertThatThrownBy(() -> store.remove(ID, ID::equals))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in use");

        store.remove(ID, id -> false);
        store.remove(ID, id -> false);

        assertThat(store.list()).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            AlgoFilePackageID | none                             | AlgoFilePackageID is missing
            AlgoFilePackageID | 7                                | AlgoFilePackageID has 40 digits
            AlgoFilePackageID | ../../../../etc/passwd           | AlgoFilePackageID has 40 digits
            MD5               | none                             | MD5 is missing
            MD5               | 0123                             | MD5 has 32 hexadecimal digits
            MD5               | 0123456789abcdef0123456789abcdeg | MD5 has 32 hexadecimal digits
            Url               | none                             | Url is missing
            Url               | file:///etc/passwd               | Url is an http or https address
            Url               | ftp://h/p                        | Url is an http or https address
            Url               | http:///p                        | Url is an http or https address
            Url               | http://h:99999/p                 | Url is an http or https address
            """)
    void aWrongDeliveryIsRefusedByItsMember(String member, String value, String message) throws Exception {
        JsonObjectBuilder body = Json.createObjectBuilder(delivery(ID, tar));
        if (value == null) {
            body.remove(member);
        } else {
            body.add(member, value);
        }
        assertThatThrownBy(() -> store.deliver(body.build()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(message);
        assertThat(news).isEmpty();
    }

    @Test
    void aStateIsSpeltAsTableF4Has() {
        Instant at = Instant.parse("2026-11-22T08:00:00Z");

        assertThat(new PackageState(ID, PackageState.DOWNLOADING, 0.5, at, null).toJson())
                .hasToString("{\"AlgoFilePackageID\":\"" + ID
                        + "\",\"Status\":1,\"DownloadProgress\":0.5,\"ProgressUpdateTime\":\"2026-11-22T08:00:00Z\"}");
        assertThat(new PackageState(ID, PackageState.FAILED, 0, at, "no")
                        .toJson()
                        .getString("DownloadErrorMessage"))
                .isEqualTo("no");
    }

    private void deliver() throws Exception {
        deliver(ID, tar);
    }

    private void deliver(String id, byte[] content) throws Exception {
        store.deliver(delivery(id, content));
    }

    private JsonObject delivery(String id, byte[] content) throws Exception {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", id)
                .add("Url", source.url("/p.tar").toString())
                .add("MD5", NodeFixture.md5(content))
                .add("Size", content.length)
                .build();
    }

    private void reopen() throws IOException {
        store.close();
        store = new PackageStore(temp, news::add);
    }

    private void awaitStatus(int status) {
        await().atMost(SOON)
                .until(() ->
                        store.list().stream().anyMatch(each -> each.packageId().equals(ID) && each.status() == status));
    }

    private PackageState state() {
        return store.list().iterator().next();
    }

    private PackageState last() {
        return news.get(news.size() - 1);
    }
}
