package org.computility.system.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.PackageNode;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F.1, F.2 and F.4 with a node that is gone, locked or mad, and download links that are not what they were. */
@InTurn
@OnTheServer
class DeliveryRefusalsIT {

    private static final String DEVICES = "ACSMP/AlgoFilePackages/Devices";

    private final Platform platform;
    private Visitor operator;
    private PackageNode node;
    private SamplePackage sample;
    private String delivered;

    DeliveryRefusalsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aNodeAndAPackage() {
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        node = new PackageNode(platform.freshComputeCode());
        node.register(platform, platform.deviceAccount(organisation, node.code()));
        sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
        new Multipart()
                .text("MD5", sample.md5())
                .file("File", sample.tar())
                .post(operator, "ACSMP/AlgoFilePackages")
                .expect(200);
        delivered = DEVICES + "/" + node.code() + "/" + sample.id();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"401, {}, 40922", "200, nonsense, 50322", "500, {}, 50322"})
    void aNodeThatIsLockedOrMadIsNamedAndNothingIsDelivered(int status, String body, int code) {
        node.breakDown(status, body);

        Answer answer = deliver();

        Refusals.check(answer, code, node.code());
        Refusals.check(operator.get(delivered), 40423, sample.id());
    }

    @Test
    void aNodeThatIsGoneIsNamedAndNothingIsDelivered() {
        node.close();

        Refusals.check(deliver(), 50320, node.code());

        Refusals.check(operator.get(delivered), 40423, sample.id());
    }

    @Test
    void whatANodeThatIsGoneHoldsIsNotForgotten() {
        deliver().expect(200);
        node.close();

        Refusals.check(operator.delete(delivered), 50320, node.code());

        assertThat(operator.get(delivered).data().getInt("Status")).isEqualTo(1);
    }

    @Test
    void whatANodeRefusesToDeleteIsNotForgotten() {
        deliver().expect(200);
        node.refuse("it is in use here");

        Refusals.check(operator.delete(delivered), 40921, "it is in use here");

        assertThat(operator.get(delivered).data().getInt("Status")).isEqualTo(1);
    }

    @Test
    void whatWasNotDeliveredIsNamed() {
        Refusals.check(operator.post(delivered), 40423, sample.id());
        Refusals.check(operator.get(delivered), 40423, sample.id());
        Refusals.check(operator.delete(delivered), 40423, sample.id());
    }

    @Test
    void aForgedLinkOpensNothing() {
        String link = link();
        for (String forged : new String[] {
            link.substring(0, link.indexOf('?')),
            link.replaceFirst("signature=[^&]*", "signature=00"),
            link.replaceFirst("expires=", "expires=9"),
            link.replaceFirst("expires=[0-9]+", "expires=soon"),
            link.replace(sample.id(), platform.freshPackageId())
        }) {
            Refusals.check(platform.anonymous().get(forged), 403, "link-invalid", "signature");
        }
        assertThat(platform.anonymous().get(link).expect(200).body()).isEqualTo(sample.tar());
    }

    private Answer deliver() {
        JsonObject delivery = Json.createObjectBuilder()
                .add("AlgoFilePackageID", sample.id())
                .add("ComputilityCode", node.code())
                .build();
        return operator.post(DEVICES, delivery);
    }

    private String link() {
        deliver().expect(200);
        String url = node.deliveries().get(0).getString("Url");
        return url.substring(url.indexOf("platform/v1/"));
    }
}
