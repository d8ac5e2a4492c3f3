package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class KubernetesAddressTest {

    @Test
    void aLocationTellsAll() throws RuntimeFailure {
        String pem = "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n";
        String ca = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));

        KubernetesAddress address = parse(
                "kubernetes:https://api:6443/sub/?namespace=jobs&claim=work&folder=/shared/&services=cluster&arch=arm64&ca="
                        + ca);

        assertThat(address.base()).hasToString("https://api:6443/sub");
        assertThat(address.namespace()).isEqualTo("jobs");
        assertThat(address.claim()).isEqualTo("work");
        assertThat(address.folder()).isEqualTo(Path.of("/shared"));
        assertThat(address.door()).isEqualTo(Door.CLUSTER);
        assertThat(address.architecture()).isEqualTo("arm64");
        assertThat(address.authority()).isEqualTo(ca);
        assertThat(address.toString()).doesNotContain("t0ken");
    }

    @Test
    void aCertificateMayBeDer() throws RuntimeFailure {
        String authority = parse(
                        "kubernetes:https://api?ca=" + Base64.getUrlEncoder().encodeToString(new byte[] {-1, -2, -3}))
                .authority();

        assertThat(new String(Base64.getDecoder().decode(authority), StandardCharsets.US_ASCII))
                .isEqualTo("-----BEGIN CERTIFICATE-----\n//79\n-----END CERTIFICATE-----\n");
    }

    @Test
    void usuallyThereIsNoDoorAndNoClaim() throws RuntimeFailure {
        KubernetesAddress address = parse("kubernetes:https://api");

        assertThat(address.namespace()).isEqualTo("default");
        assertThat(address.door()).isEqualTo(Door.NONE);
        assertThat(address.claim()).isNull();
        assertThat(address.architecture()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubernetes:/jobs",
                "kubernetes:ftp://api",
                "kubernetes:https://u@api",
                "kubernetes:https://api?namespace=A",
                "kubernetes:https://api?claim=work",
                "kubernetes:https://api?folder=/shared",
                "kubernetes:https://api?claim=work&folder=/",
                "kubernetes:https://api?services=all",
                "kubernetes:https://api?ca=no!",
                "kubernetes:https://api?color=red",
                "kubernetes:https://api?arch=ARM",
                "kubernetes:https://api?namespace=a&namespace=b",
                "kubernetes:http://api",
                "kubernetes:http://127.0.0.1.example.org"
            })
    void anotherLocationIsRefused(String location) {
        assertThatThrownBy(() -> parse(location)).hasMessageContaining("location must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb"})
    void aTokenIsOneWord(String token) {
        assertThatThrownBy(() -> KubernetesAddress.parse(Bench.address("kubernetes:https://api", token)))
                .hasMessageContaining("password must be");
    }

    private static KubernetesAddress parse(String location) throws RuntimeFailure {
        return KubernetesAddress.parse(Bench.address(location, "t0ken"));
    }
}
