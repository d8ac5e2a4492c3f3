package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.algorithms.CapabilityStatus;
import org.computility.algorithms.CapabilityView;
import org.computility.algorithms.PackageView;
import org.computility.compute.NodeView;
import org.computility.shared.Conflict;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class AllowedServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID OWNER = UUID.randomUUID();
    private static final String NODE = "11010800005050000001";
    private static final String PACKAGE = "1101080000508000000120261101000000000001";
    private static final EnvItem KEY = new EnvItem("KEY", "secret");

    @Test
    void takesAsManyTasksAsItsReplicasHaveStreams() {
        AllowedService service = AllowedService.of(request(2, KEY), packageWith(4), node(true, true), true);

        assertThat(service.slots()).isEqualTo(8);
        assertThat(service.algoDefCodes()).containsExactly("MOTION");
        assertThat(service.organisationId()).isEqualTo(OWNER);
        assertThat(service.variables()).containsExactly(Map.entry("KEY", "secret"));
        assertThat(AllowedService.of(request(2, KEY), packageWith(0), node(true, true), true)
                        .slots())
                .isEqualTo(2);
    }

    @Test
    void isLoadedOnlyByANodeThatServesAlgorithmsNow() {
        assertThatThrownBy(() -> AllowedService.of(request(1, KEY), packageWith(1), node(true, false), true))
                .isInstanceOf(Conflict.class)
                .extracting("code")
                .isEqualTo("node-serves-no-algorithms");
        assertThatThrownBy(() -> AllowedService.of(request(1, KEY), packageWith(1), node(false, true), true))
                .isInstanceOf(Conflict.class)
                .extracting("code")
                .isEqualTo("node-offline");
    }

    @Test
    void needsThePackageOnItsNodeAndACapabilityThatIsCleared() {
        assertThatThrownBy(() -> AllowedService.of(request(1, KEY), packageWith(1), node(true, true), false))
                .extracting("code")
                .isEqualTo("package-not-delivered");
        PackageView untested = packageWith(1, capability("SOIL", CapabilityStatus.UNTESTED));
        assertThatThrownBy(() -> AllowedService.of(request(1, KEY), untested, node(true, true), true))
                .extracting("code")
                .isEqualTo("capability-not-deployable");
    }

    @Test
    void setsOnlyTheVariablesThatItsPackageDefines() {
        assertThatThrownBy(() -> AllowedService.of(
                        request(1, KEY, new EnvItem("OTHER", "1")), packageWith(1), node(true, true), true))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly("env-not-defined", "env[1].name");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void setsEveryVariableThatItsPackageRequiresWithoutADefault(String none) {
        PackageView algorithm = requiring(none, 1, capability("MOTION", CapabilityStatus.DEPLOYABLE));
        assertThatThrownBy(() -> AllowedService.of(request(1), algorithm, node(true, true), true))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("KEY")
                .extracting("code", "member")
                .containsExactly("member-missing", "env");
    }

    @Test
    void setsNoRequiredVariableToNothing() {
        NewService wanted = request(1, new EnvItem("LEVEL", "debug"), KEY, new EnvItem("LEVEL", ""));
        assertThatThrownBy(() -> AllowedService.of(wanted, packageWith(1), node(true, true), true))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("LEVEL")
                .extracting("code", "member")
                .containsExactly("member-missing", "env[2].value");
        NewService corrected = request(1, new EnvItem("KEY", ""), KEY, new EnvItem("NOTE", ""));
        assertThat(AllowedService.of(corrected, packageWith(1), node(true, true), true)
                        .variables())
                .contains(Map.entry("KEY", "secret"), Map.entry("NOTE", ""));
    }

    @Test
    void anotherOneLikeItHasTheVariablesThatSomebodyChoseOnly() {
        EnvItem injected = new EnvItem("KEY", "of this node", true);
        AllowedService service = AllowedService.of(request(2, KEY, injected), packageWith(4), node(true, true), true);

        assertThat(service.like("11010800005050000002", 3))
                .isEqualTo(new NewService(PACKAGE, "11010800005050000002", List.of(KEY), null, 3));
    }

    private static NewService request(int replicas, EnvItem... env) {
        return new NewService(PACKAGE, NODE, List.of(env), null, replicas);
    }

    private static PackageView packageWith(int streams) {
        return packageWith(
                streams,
                capability("MOTION", CapabilityStatus.DEPLOYABLE),
                capability("SOIL", CapabilityStatus.UNTESTED));
    }

    private static PackageView packageWith(int streams, CapabilityView... capabilities) {
        return requiring(null, streams, capabilities);
    }

    /** The default is that of the variable {@code KEY}. */
    private static PackageView requiring(String ofKey, int streams, CapabilityView... capabilities) {
        return new PackageView(
                PACKAGE,
                "Motion",
                "1",
                "artifact",
                "ACME",
                OWNER,
                1,
                "m",
                List.of(
                        new PackageView.Env("KEY", ofKey, true),
                        new PackageView.Env("LEVEL", "info", true),
                        new PackageView.Env("NOTE", null, false)),
                List.of("CPU"),
                streams,
                List.of(capabilities),
                NOW);
    }

    private static CapabilityView capability(String code, CapabilityStatus status) {
        return new CapabilityView(code, PACKAGE, code, "ALERT", List.of(), List.of(), status, status.loadable());
    }

    private static NodeView node(boolean online, boolean servesAlgorithms) {
        return new NodeView(NODE, "CAP", "10.0.0.1", 8001, online, servesAlgorithms, OWNER, NOW, NOW);
    }
}
