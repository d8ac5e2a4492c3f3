package org.computility.system.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.PackageNode;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T/BAX 0006.5 annex A and F.1 to F.4. */
@OnTheServer
class PackagesIT {

    private static final String PACKAGES = "ACSMP/AlgoFilePackages";
    private static final String DEVICES = "ACSMP/AlgoFilePackages/Devices";

    private final Platform platform;
    private Visitor operator;
    private PackageNode node;
    private SamplePackage sample;

    PackagesIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aRegisteredNodeAndAPackage() {
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        node = new PackageNode(platform.freshComputeCode());
        node.register(platform, platform.deviceAccount(organisation, node.code()));
        sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
    }

    @AfterEach
    void stopTheNode() {
        node.close();
    }

    @Test
    void anImportedPackageIsFoundShownAndDeleted() {
        importIt(sample);
        importIt(sample);

        JsonObject shown = operator.get(PACKAGES + "/" + sample.id()).data();
        assertThat(shown.getString("AlgoFilePackageName")).isEqualTo("Sample");
        assertThat(shown.getString("AlgoFilePackageType")).isEqualTo("artifact");
        assertThat(shown.getString("CreatedDate")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(found("{\"AlgoFilePackageName\":\"samp\",\"AlgoFilePackageType\":\"artifact\"}"))
                .isEqualTo(1);
        assertThat(found("{\"CreateTimeFrom\":\"2999-01-01 00:00:00\"}")).isZero();

        assertThat(operator.delete(PACKAGES + "/" + sample.id()).expect(200).code())
                .isZero();
        refused(operator.get(PACKAGES + "/" + sample.id()), 404, 40421, sample.id());
        refused(operator.delete(PACKAGES + "/" + sample.id()), 404, 40421, sample.id());
    }

    @InTurn
    @Test
    void deletionsAtOnceDeleteOnceAndTellTheOthersThatItIsGone() {
        for (int round = 0; round < 5; round++) {
            SamplePackage one = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
            importIt(one);

            List<Integer> statuses =
                    AtOnce.send(Collections.nCopies(4, () -> operator.delete(PACKAGES + "/" + one.id()))).stream()
                            .map(Answer::status)
                            .sorted()
                            .toList();

            assertThat(statuses).containsExactly(200, 404, 404, 404);
        }
    }

    @InTurn
    @Test
    void aBadImportIsRefusedByNameAndNothingIsEntered() {
        refused(new Multipart().file("File", sample.tar()).post(operator, PACKAGES), 400, 40001, "MD5");
        refused(new Multipart().text("MD5", sample.md5()).post(operator, PACKAGES), 400, 40001, "File");
        refused(imported(sample.tar(), "0".repeat(32)), 400, 40024, "MD5");
        refused(imported(sample.tar(), "0".repeat(33)), 400, 40003, "MD5");
        refused(imported(sample.tar(), "x".repeat(32)), 400, 40004, "MD5");
        assertThat(found("{}")).isZero();
    }

    @InTurn
    @Test
    void aCapabilityMovesToThePackageThatBringsItAnewButNotToAnotherOrganisation() {
        importIt(sample);
        SamplePackage rival = SamplePackage.of(platform.freshPackageId(), sample.capability(), 4);
        Platform.Account foreign = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor stranger = platform.as(platform.login(foreign.username(), foreign.password()));

        refused(imported(stranger, rival.tar(), rival.md5()), 409, 40924, sample.capability());
        assertThat(capability().getString("Source")).isEqualTo(sample.id());
        String created = capability().getString("CreatedDate");
        importIt(rival);

        assertThat(capability().getString("Source")).isEqualTo(rival.id());
        assertThat(capability().getString("CreatedDate")).isEqualTo(created);
        assertThat(found("{}")).isEqualTo(2);
        operator.delete(PACKAGES + "/" + sample.id()).expect(200);
        assertThat(capability().getString("Source")).isEqualTo(rival.id());
    }

    @InTurn
    @Test
    void aLongMessageIsShortenedToWhatItsTableAllows() {
        importIt(sample);
        node.refuse("满".repeat(2000));

        Answer refused = operator.post(DEVICES, delivery(node.code(), sample.id()));

        refused(refused, 409, 40921, "满");
        assertThat(refused.message()).hasSize(1024);
    }

    @InTurn
    @ParameterizedTest
    @CsvSource({
        "'{\"MD5\":\"9e107d9d372bb6826bd81d3542a419d6\"}', 40001, Url",
        "'{\"Url\":\"http://127.0.0.1:1/a.tar\"}', 40001, MD5",
        "'{\"Url\":1,\"MD5\":\"9e107d9d372bb6826bd81d3542a419d6\"}', 40002, Url",
        "'{\"Url\":\"http://10.1.2.3/a.tar\",\"MD5\":\"9e107d9d372bb6826bd81d3542a419d6\"}', 40009, Url",
        "'{\"Url\":\"ftp://127.0.0.1/a.tar\",\"MD5\":\"9e107d9d372bb6826bd81d3542a419d6\"}', 40008, Url"
    })
    void aBadUrlIsRefusedByName(String body, int code, String member) {
        refused(operator.post(PACKAGES, body), 400, code, member);
    }

    @InTurn
    @Test
    void aCapabilityMovesOnlyInItsOrder() {
        importIt(sample);
        String status = "platform/v1/capabilities/" + sample.capability() + "/status";

        assertThat(operator.post(status, "{\"status\":\"PUBLISHED\"}").status()).isEqualTo(409);
        assertThat(operator.post(status, "{\"status\":\"GREAT\"}").status()).isEqualTo(400);
        assertThat(operator.post(status, "{}").status()).isEqualTo(400);
        assertThat(operator.post("platform/v1/capabilities/none/status", "{\"status\":\"APPLYING\"}")
                        .status())
                .isEqualTo(404);
        operator.post(status, "{\"status\":\"APPLYING\"}").expect(200);

        JsonObject detail = operator.get("ACSMP/AlgoDef/" + sample.capability()).data();
        assertThat(detail.getString("Status")).isEqualTo("APPLYING");
        assertThat(detail.containsKey("TaskFields")).isTrue();
        JsonObject page = operator.post(
                        "ACSMP/AlgoDef/Search",
                        "{\"Status\":\"APPLYING\",\"TaskType\":\"VIDEO_FILE\",\"AlgoDefCodes\":null}")
                .data();
        assertThat(page.getInt("Total")).isEqualTo(1);
        assertThat(page.getJsonObject("PageRequest").getInt("PageSize")).isEqualTo(10);
        refused(operator.get("ACSMP/AlgoDef/none"), 404, 40422, "none");
        refused(operator.post("ACSMP/AlgoDef/Search", "{\"Status\":\"GREAT\"}"), 400, 40004, "Status");
    }

    @Test
    void aDeliveryShowsItsRealProgressAndEnds() {
        importIt(sample);
        operator.post(DEVICES, delivery(node.code(), sample.id())).expect(200);

        node.state(sample.id(), 1, 0.5, null);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> delivered().getJsonNumber("DownloadProgress").doubleValue() == 0.5);
        node.state(sample.id(), 3, 1, null);
        await().atMost(Duration.ofSeconds(30)).until(() -> delivered().getInt("Status") == 3);

        assertThat(operator.post(DEVICES + "/Search", "{\"ComputilityCode\":\"" + node.code() + "\",\"Status\":3}")
                        .dataValue()
                        .asJsonArray())
                .hasSize(1);
        assertThat(operator.post(DEVICES + "/" + node.code() + "/" + sample.id())
                        .data()
                        .getInt("Status"))
                .isEqualTo(3);
        operator.delete(DEVICES + "/" + node.code() + "/" + sample.id()).expect(200);
        assertThat(node.holds(sample.id())).isFalse();
        refused(operator.delete(DEVICES + "/" + node.code() + "/" + sample.id()), 404, 40423, sample.id());
    }

    @Test
    void theLinkOfADeliveryOpensThatPackageOnlyAndInParts() {
        importIt(sample);
        operator.post(DEVICES, delivery(node.code(), sample.id())).expect(200);
        URI link = URI.create(node.deliveries().get(0).getString("Url"));
        String path = link.getRawPath().substring(1) + "?" + link.getRawQuery();
        Visitor nobody = platform.anonymous();

        Answer whole = nobody.get(path);
        assertThat(whole.body()).isEqualTo(sample.tar());
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        Answer part = nobody.send(
                nobody.request(path).header("Range", "bytes=100-199").GET().build());
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(sample.tar(), 100, 200));
        Answer head = nobody.send(
                nobody.request(path).method("HEAD", BodyPublishers.noBody()).build());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue(String.valueOf(sample.tar().length));
        assertThat(nobody.send(nobody.request(path)
                                .header("Range", "bytes=99999999-")
                                .GET()
                                .build())
                        .status())
                .isEqualTo(416);
        assertThat(nobody.get(path + "0").status()).isEqualTo(403);
        assertThat(nobody.get(link.getRawPath().substring(1)).status()).isEqualTo(403);
    }

    @InTurn
    @Test
    void aPackageGoesOnlyWhereOneOfItsAcceleratorsIs() {
        sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4, "NVIDIA-T4", "ASCEND-310");
        importIt(sample);

        Answer none = operator.post(DEVICES, delivery(node.code(), sample.id()));
        refused(none, 409, 40926, "has no accelerator");
        assertThat(none.message()).contains(node.code()).contains("NVIDIA-T4, ASCEND-310");
        refused(operator.get(DEVICES + "/" + node.code() + "/" + sample.id()), 404, 40423, sample.id());
        assertThat(node.deliveries()).isEmpty();
        node.hasAccelerator("KUNLUN-K200");
        // What the node said a moment ago is taken for two seconds more.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> refused(
                        operator.post(DEVICES, delivery(node.code(), sample.id())), 409, 40926, "has KUNLUN-K200"));
        assertThat(node.deliveries()).isEmpty();

        node.hasAccelerator("ASCEND-310");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> operator.post(DEVICES, delivery(node.code(), sample.id()))
                        .expect(200));
        assertThat(node.holds(sample.id())).isTrue();
    }

    @InTurn
    @Test
    void anAcceleratorBesideTheAnnexIsTakenWithAWarningOnPackagesAndNodes() {
        sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4, "ABACUS", "NVIDIA-T4");

        Answer imported = imported(sample.tar(), sample.md5()).expect(200);

        assertThat(imported.message()).startsWith("success; warning: Accelerators names ABACUS, which annex H");
        node.hasAccelerator("ABACUS");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> operator.post(DEVICES, delivery(node.code(), sample.id()))
                        .expect(200));
        JsonObject known = operator.get("platform/v1/accelerators").expect(200).json();
        assertThat(known.getJsonArray("items"))
                .hasSize(61)
                .contains(Json.createObjectBuilder()
                        .add("identifier", "ASCEND-310")
                        .add("name", "昇腾-310")
                        .add("latinName", "Atlas 310")
                        .add("kind", "CHIP")
                        .add("brand", "Atlas")
                        .add("type", "310")
                        .build());
        assertThat(known.getJsonArray("unlisted"))
                .containsExactly(Json.createObjectBuilder()
                        .add("identifier", "ABACUS")
                        .add("packages", 1)
                        .add("nodes", 1)
                        .build());
    }

    @InTurn
    @Test
    void anAcceleratorInAnotherCaseIsRefusedWithItsSpelling() {
        sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4, "nvidia-t4");

        refused(imported(sample.tar(), sample.md5()), 400, 40025, "write NVIDIA-T4");
    }

    @InTurn
    @Test
    void aBadDeliveryIsRefusedByName() {
        importIt(sample);
        String unknownNode = platform.freshComputeCode();
        String unknownPackage = platform.freshPackageId();

        refused(operator.post(DEVICES, delivery(unknownNode, sample.id())), 404, 40420, unknownNode);
        refused(operator.post(DEVICES, delivery(node.code(), unknownPackage)), 404, 40421, unknownPackage);
        refused(operator.post(DEVICES, delivery("12", sample.id())), 400, 40004, "ComputilityCode");
        refused(
                operator.post(DEVICES, "{\"AlgoFilePackageID\":\"" + sample.id() + "\"}"),
                400,
                40001,
                "ComputilityCode");
        refused(
                operator.post(DEVICES, "{\"ComputilityCode\":\"" + node.code() + "\"}"),
                400,
                40001,
                "AlgoFilePackageID");
        node.refuse("the disk is full");
        refused(operator.post(DEVICES, delivery(node.code(), sample.id())), 409, 40921, "the disk is full");
        refused(operator.get(DEVICES + "/" + node.code() + "/" + sample.id()), 404, 40423, sample.id());
    }

    private void importIt(SamplePackage algorithm) {
        imported(algorithm.tar(), algorithm.md5()).expect(200);
    }

    private Answer imported(byte[] tar, String md5) {
        return imported(operator, tar, md5);
    }

    private static Answer imported(Visitor who, byte[] tar, String md5) {
        return new Multipart().text("MD5", md5).file("File", tar).post(who, PACKAGES);
    }

    private JsonObject capability() {
        return operator.get("ACSMP/AlgoDef/" + sample.capability()).data();
    }

    private int found(String search) {
        return operator.post(PACKAGES + "/Search", search)
                .dataValue()
                .asJsonArray()
                .size();
    }

    private JsonObject delivered() {
        return operator.get(DEVICES + "/" + node.code() + "/" + sample.id()).data();
    }

    private static JsonObject delivery(String code, String packageId) {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", packageId)
                .add("ComputilityCode", code)
                .build();
    }

    private static void refused(Answer answer, int status, int code, String named) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.message()).contains(named);
    }
}
