package org.computility.system.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SamplePackage;
import org.computility.system.TarFile;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** Archives that a stranger made to do harm or that are broken, each with its right MD5, and packages of others. */
@OnTheServer
@InTurn(place = 2)
class BadPackagesIT {

    private static final String PACKAGES = "ACSMP/AlgoFilePackages";
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.US_ASCII);

    private final Platform platform;
    private final Visitor operator;

    BadPackagesIT(Platform platform) {
        this.platform = platform;
        operator = operator();
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        refused("junk".getBytes(StandardCharsets.US_ASCII), "File");
        refused(new byte[0], "File");
        refused(Arrays.copyOf(sample().tar(), 700), "File");
        refused(Arrays.copyOf(zipped(sample().tar()), 100), "File");
    }

    @Test
    void anEntryThatClimbsOutIsRefusedByName() {
        refused(new TarFile().file("../../etc/cron.d/evil", TEXT).bytes(), "../../etc/cron.d/evil");
        refused(new TarFile().file("/etc/cron.d/evil", TEXT).bytes(), "/etc/cron.d/evil");
    }

    @Test
    void aLinkIsRefused() {
        refused(new TarFile().link("passwords", "/etc/shadow").bytes(), "other than files and folders");
    }

    @Test
    void aBombIsRefusedBeforeItUnfolds() {
        refused(zipped(new TarFile().file("zeros", new byte[64 << 20]).bytes()), "200 times");
    }

    @Test
    void aPackageWithoutItsDescriptionOrWithABadOneIsRefusedByName() {
        refused(new TarFile().file("sample.onnx", TEXT).bytes(), "algo.yaml");
        refused(new TarFile().file("algo.yaml", TEXT).bytes(), "algo.yaml");
        refused(
                new TarFile()
                        .file("algo.yaml", "AlgoFilePackageID: 7".getBytes(StandardCharsets.US_ASCII))
                        .bytes(),
                "AlgoFilePackageID");
    }

    @Test
    void aPackageOfAnotherOrganisationIsNotReplaced() {
        SamplePackage sample = sample();
        imported(operator, sample).expect(200);
        SamplePackage rival = SamplePackage.of(sample.id(), platform.freshName("CAP"), 4);

        Refusals.check(imported(operator(), rival), 40923, sample.id());

        operator.get("ACSMP/AlgoDef/" + sample.capability()).expect(200);
        Refusals.check(operator.get("ACSMP/AlgoDef/" + rival.capability()), 40422, rival.capability());
    }

    @Test
    void aPackageThatIsLoadedIsNotReplaced() {
        try (Workshop workshop = new Workshop(platform, 4)) {
            String service = workshop.load(1);
            SamplePackage newer = SamplePackage.of(workshop.algorithm().id(), platform.freshName("CAP"), 4);

            Refusals.check(imported(workshop.operator(), newer), 40944, newer.id());

            assertThat(workshop.serviceStatus(workshop.node(), service)).isEqualTo("RUNNING");
            workshop.operator()
                    .get("ACSMP/AlgoDef/" + workshop.algorithm().capability())
                    .expect(200);
        }
    }

    private Visitor operator() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        return platform.as(platform.login(account.username(), account.password()));
    }

    private SamplePackage sample() {
        return SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
    }

    private void refused(byte[] archive, String named) {
        Refusals.check(imported(operator, archive), 40025, named);
        JsonArray found = operator.post(PACKAGES + "/Search", "{}").dataValue().asJsonArray();
        assertThat(found).isEmpty();
    }

    private static Answer imported(Visitor visitor, SamplePackage algorithm) {
        return imported(visitor, algorithm.tar());
    }

    private static Answer imported(Visitor visitor, byte[] archive) {
        return new Multipart()
                .text("MD5", SamplePackage.md5(archive))
                .file("File", archive)
                .post(visitor, PACKAGES);
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
