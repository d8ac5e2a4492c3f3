package org.computility.centers.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CenterKindTest {

    private static final String KEY = "c2l4dGVlbiBieXRlcyBpbiBhbGw=";

    @ParameterizedTest
    @CsvSource({
        "process:/var/jobs, PROCESS",
        "slurm:http://head:6820?folder=/shared, SLURM",
        "slurm:https://[::1]:6820/sub?folder=/shared&partition=train&lag=60, SLURM",
        "kubernetes:https://10.0.0.1:6443?namespace=jobs, KUBERNETES",
        "kubernetes:https://k8s.example.org, KUBERNETES",
        "kubernetes:http://127.0.0.1:8001?namespace=jobs, KUBERNETES",
        "kubernetes:https://k8s:6443?claim=work&folder=/shared&services=node&ca=LS0tLS1CRUdJTg==, KUBERNETES",
        "kubernetes:https://k8s:6443?arch=arm64, KUBERNETES"
    })
    void aLocationTellsItsKind(String location, CenterKind kind) {
        assertThat(CenterKind.of(location)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jobs",
                "PROCESS:/jobs",
                "process:",
                "process:/",
                "process:jobs",
                "process://host/jobs",
                "process:/a/../b",
                "process:/jobs?x=1",
                "process:/jobs#x",
                "slurm:/shared",
                "slurm:ftp://head?folder=/shared",
                "slurm:http://head:6820",
                "slurm:http://head:6820?folder=",
                "slurm:http://head:6820?folder=shared",
                "slurm:http://head:6820?folder=/",
                "slurm:http://head:6820?folder=/shared&color=red",
                "slurm:http://head:6820?folder=/shared&lag",
                "kubernetes:https://host?partition=x",
                "kubernetes:k8s",
                "kubernetes:http://host?namespace=a",
                "kubernetes:http://127.0.0.1@host",
                "kubernetes:http://localhost.example.org",
                "kubernetes:https://host?namespace=a&namespace=b",
                "slurm:http://head:6820?folder=/shared&folder=/other",
                "kubernetes:https://host?claim=work",
                "kubernetes:https://host?folder=/shared",
                "kubernetes:https://host?claim=Work&folder=/shared",
                "kubernetes:https://host?claim=work&folder=shared",
                "kubernetes:https://host?namespace=a/b",
                "kubernetes:https://host?services=all",
                "kubernetes:https://host?arch=ARM",
                "kubernetes:https://host?ca=no!Base64",
                "a b"
            })
    void anotherLocationIsRefused(String location) {
        assertThatThrownBy(() -> CenterKind.of(location)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("member-invalid");
            assertThat(refusal.member()).isEqualTo("location");
        });
    }

    @Test
    void credentialsAreThoseOfTheKind() {
        assertThatCode(() -> CenterKind.PROCESS.checkCredentials(null, null)).doesNotThrowAnyException();
        assertThatCode(() -> CenterKind.SLURM.checkCredentials("u", KEY)).doesNotThrowAnyException();
        assertThatCode(() -> CenterKind.KUBERNETES.checkCredentials(null, "token"))
                .doesNotThrowAnyException();
        refused(CenterKind.PROCESS, "u", null, "username");
        refused(CenterKind.PROCESS, null, "p", "password");
        refused(CenterKind.SLURM, null, KEY, "username");
        refused(CenterKind.SLURM, "u", null, "password");
        refused(CenterKind.SLURM, "u", "no Base64!", "password");
        refused(CenterKind.SLURM, "u", "c2hvcnQ=", "password");
        refused(CenterKind.KUBERNETES, null, null, "password");
    }

    @Test
    void aClusterUsesFilesOfOursWhereItSharesAFolder() {
        assertThat(CenterKind.KUBERNETES.usesOurFiles("kubernetes:https://host?namespace=a"))
                .isFalse();
        assertThat(CenterKind.KUBERNETES.usesOurFiles("kubernetes:https://host?claim=work&folder=/shared"))
                .isTrue();
    }

    @Test
    void anImageIsARootFolderOrAContainerImage() {
        assertThatCode(() -> CenterKind.PROCESS.checkImage("/images/one")).doesNotThrowAnyException();
        assertThatCode(() -> CenterKind.KUBERNETES.checkImage("registry.example.org:5000/a/b:1.2@sha256:00"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CenterKind.PROCESS.checkImage("/")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> CenterKind.SLURM.checkImage("images")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> CenterKind.SLURM.checkImage("/a/..")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> CenterKind.KUBERNETES.checkImage("a b")).isInstanceOf(Rejected.class);
    }

    private static void refused(CenterKind kind, String username, String password, String member) {
        assertThatThrownBy(() -> kind.checkCredentials(username, password))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo(member));
    }
}
