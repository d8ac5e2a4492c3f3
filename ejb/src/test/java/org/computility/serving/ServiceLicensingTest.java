package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.PackageView;
import org.computility.licensing.offline.LicenceLinks;
import org.computility.licensing.offline.LicenceRegister;
import org.computility.licensing.online.AuthServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which licence file a service has when its number of replicas changes. */
class ServiceLicensingTest {

    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final String NODE = "11010800005050000001";
    private static final String PACKAGE = "1101080000508000000120261101000000000001";

    private final ServiceLicensing licensing = new ServiceLicensing();
    private Set<Integer> files = Set.of(7, 9);
    private Integer newest = 9;

    @BeforeEach
    void assemble() {
        licensing.licences = new LicenceRegister() {
            @Override
            public boolean exists(int number) {
                return files.contains(number);
            }

            @Override
            public Optional<Integer> fileFor(UUID organisationId, String provider, String deviceId) {
                assertThat(List.of(organisationId, provider, deviceId)).isEqualTo(List.of(ORGANISATION, "P", NODE));
                return Optional.ofNullable(newest);
            }
        };
        licensing.links = new LicenceLinks() {
            @Override
            public URI link(int number) {
                return URI.create("ours:fresh/" + number);
            }

            @Override
            public Optional<Integer> fileOf(String address) {
                return address.startsWith("ours:") ? Optional.of(7) : Optional.empty();
            }
        };
        licensing.packages = new AlgorithmPackages() {
            @Override
            public PackageView get(String id) {
                return algorithm(id);
            }
        };
    }

    @Test
    void aLinkOfOursIsMadeAnewForItsOwnFile() {
        assertThat(renewed("ours:old")).isEqualTo("ours:fresh/7");
    }

    @Test
    void whereItsFileIsGoneItIsTheFileThatALoadWouldGet() {
        files = Set.of(9);
        assertThat(renewed("ours:old")).isEqualTo("ours:fresh/9");
    }

    @Test
    void whereThereIsNoOtherItIsNone() {
        files = Set.of();
        newest = null;
        assertThat(renewed("ours:old")).isNull();
    }

    @Test
    void whatACallerNamedStays() {
        assertThat(renewed("https://vendor.example/licence.bin")).isEqualTo("https://vendor.example/licence.bin");
        assertThat(renewed(null)).isNull();
    }

    /** It is found anew for the next node. */
    @Test
    void anAddressThatThePlatformAddsIsMarkedAndOneThatACallerNamedIsNot() {
        newest = null;
        licensing.servers = new AuthServers() {
            @Override
            public Optional<String> addressFor(UUID organisationId, String provider) {
                return Optional.of("10.0.0.1:2");
            }
        };
        EnvItem named = new EnvItem("AUTH_SERVER_ADDR", "10.0.0.9:2");

        assertThat(licensed().env()).containsExactly(new EnvItem("AUTH_SERVER_ADDR", "10.0.0.1:2", true));
        assertThat(licensed(named).env()).containsExactly(named);
    }

    private NewService licensed(EnvItem... env) {
        return licensing.licensed(
                new NewService(PACKAGE, NODE, List.of(env), null, 1),
                algorithm(PACKAGE, new PackageView.Env("AUTH_SERVER_ADDR", "127.0.0.1:1", false)),
                ORGANISATION);
    }

    private static PackageView algorithm(String id, PackageView.Env... env) {
        return new PackageView(
                id,
                "n",
                "1",
                "artifact",
                "P",
                ORGANISATION,
                1,
                "m",
                List.of(env),
                List.of(),
                1,
                List.of(),
                Instant.EPOCH);
    }

    private String renewed(String licenseFile) {
        return licensing
                .renewed(new AllowedService(
                        UUID.randomUUID(), ORGANISATION, NODE, PACKAGE, List.of(), licenseFile, 1, 1, List.of("M")))
                .licenseFile();
    }
}
