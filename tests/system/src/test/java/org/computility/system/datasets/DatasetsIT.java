package org.computility.system.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T/AI 123.8 A.6 and A.7. */
@OnTheServer
class DatasetsIT {

    private final Platform platform;
    private final Platform.Account account;
    private final Visitor owner;

    @TempDir
    Path folder;

    private Path file;
    private String md5;

    DatasetsIT(Platform platform) {
        this.platform = platform;
        account = platform.account(platform.freshOrganisation(), "PROVIDER");
        owner = platform.as(platform.login(account.username(), account.password()));
    }

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(folder.resolve("data.bin"), platform.freshName("水"));
        md5 = SentDataset.digest("MD5", file);
    }

    @Test
    void whatIsPublicIsFoundByEverybodyAsTheTablesPrint() throws IOException {
        String title = platform.freshName("Gate 水");

        Answer answer = SentDataset.publish(owner, title, file);

        assertThat(answer.json().keySet()).containsExactly("id");
        String id = answer.json().getString("id");
        Visitor stranger = visitor("CONSUMER");
        JsonObject found =
                stranger.get("datasets?query=" + encoded(title)).expect(200).json();
        assertThat(found.keySet()).containsExactlyInAnyOrder("totalSize", "datasets");
        assertThat(found.getInt("totalSize")).isEqualTo(1);
        JsonObject set = found.getJsonArray("datasets").getJsonObject(0);
        assertThat(set.getString("id")).isEqualTo(id);
        assertThat(set.getString("title")).isEqualTo(title);
        assertThat(set.getString("owner")).isEqualTo(account.username());
        assertThat(set.getJsonNumber("size").longValueExact()).isEqualTo(Files.size(file));
        assertThat(set.getString("desc")).isEqualTo("What moved");
        assertThat(set.getString("labels")).isEqualTo("water, motion");
        // The latest upload says who may read it.
        assertThat(SentDataset.upload(owner, title, file)).isEqualTo(id);
        String list = "datasets?query=" + encoded(title);
        assertThat(stranger.get(list).expect(200).json().getInt("totalSize")).isZero();
        assertThat(owner.get(list).expect(200).json().getInt("totalSize")).isEqualTo(1);
        assertThat(platform.asAdmin().get(list).expect(200).json().getInt("totalSize"))
                .isEqualTo(1);
    }

    @InTurn
    @Test
    void pagesAreSortedBothWays() throws IOException {
        String title = platform.freshName("sorted");
        for (int i = 1; i <= 3; i++) {
            Files.writeString(file, "x".repeat(4 - i));
            SentDataset.upload(owner, title + "-" + i, file);
        }

        assertThat(titles("datasets?query=" + title)).containsExactly(title + "-3", title + "-2", title + "-1");
        assertThat(titles("datasets?order=asc&pageSize=2&page=2&query=" + title))
                .containsExactly(title + "-3");
        assertThat(titles("datasets?sort=size&order=asc&query=" + title))
                .containsExactly(title + "-3", title + "-2", title + "-1");
        assertThat(titles("datasets?pageSize=&page=&sort=&order=&query=" + title))
                .hasSize(3);
    }

    @InTurn
    @Test
    void whatIsNotAsItWasSaidToBeDoesNotShow() throws IOException {
        String title = platform.freshName("wrong");
        String size = Long.toString(Files.size(file));
        String more = Long.toString(Files.size(file) + 1);
        String less = Long.toString(Files.size(file) - 1);

        Refusals.check(SentDataset.send(owner, title, file, "0".repeat(32), size), 400, "0202", "md5");
        Refusals.check(SentDataset.send(owner, title, file, "no hash", size), 400, "0202", "md5");
        Refusals.check(SentDataset.send(owner, title, file, md5, more), 400, "0202", "size");
        Refusals.check(SentDataset.send(owner, title, file, md5, less), 400, "0202", "size");
        Refusals.check(SentDataset.send(owner, title, file, md5, "many"), 400, "0201", "size");
        Refusals.check(SentDataset.send(owner, title, file, md5, "999999999999999999"), 400, "0204", "file");
        Refusals.check(SentDataset.send(owner, "x".repeat(129), file, md5, size), 400, "0204", "title");
        Refusals.check(SentDataset.send(owner, "", file, md5, size), 400, "0203", "title");
        Refusals.check(
                new Multipart()
                        .text("title", title)
                        .text("md5", md5)
                        .text("size", size)
                        .post(owner, "datasets/upload"),
                400,
                "0203",
                "file");
        assertThat(titles("datasets?query=" + title)).isEmpty();
    }

    @InTurn
    @Test
    void refusalsHaveTheNumbersOfAnnexB() throws IOException {
        Answer anonymous = platform.anonymous().get("datasets");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.json().keySet()).containsExactlyInAnyOrder("errorCode", "errorMsg");
        assertThat(anonymous.json().getString("errorCode")).isEqualTo("0101");
        Refusals.check(owner.get("datasets?pageSize=1001"), 400, "0204", "pageSize");
        Refusals.check(owner.get("datasets?page=0"), 400, "0204", "page");
        Refusals.check(owner.get("datasets?page=one"), 400, "0201", "page");
        Refusals.check(owner.get("datasets?order=up"), 400, "0202", "order");
        Refusals.check(owner.get("datasets?sort=color"), 400, "0202", "sort");
        Refusals.check(
                SentDataset.send(visitor("AUDITOR"), "title", file, md5, "" + Files.size(file)),
                403,
                "1403",
                "CONSUMER");
    }

    private List<String> titles(String path) {
        return owner.get(path).expect(200).json().getJsonArray("datasets").getValuesAs(JsonObject.class).stream()
                .map(set -> set.getString("title"))
                .toList();
    }

    private Visitor visitor(String role) {
        Platform.Account other = platform.account(platform.freshOrganisation(), role);
        return platform.as(platform.login(other.username(), other.password()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
