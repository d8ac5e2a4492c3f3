package org.computility.licensing.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthServersTest {

    private static final String HOST = "192.108.1.1:8808";

    private final MarketForTests market = new MarketForTests();
    private final UUID organisation = market.organisation();
    private final AuthServers servers = new AuthServers();

    @BeforeEach
    void assemble() {
        servers.servers = new AuthorizationServers_(market.sessions.current());
        servers.caller = market.caller;
        servers.clock = Clock.systemUTC();
        market.open("provider", organisation, Role.PROVIDER);
        market.open("stranger", market.organisation(), Role.PROVIDER);
        market.be("provider");
    }

    @Test
    void theFirstIsTheDefaultAndAnotherTakesItOver() {
        int first = register("A", false);
        int second = register("A", false);
        int other = register("B", false);
        assertThat(defaults()).containsExactlyInAnyOrder(first, other);

        int third = register("A", true);
        assertThat(defaults()).containsExactlyInAnyOrder(third, other);
        change(third, null, false);
        assertThat(defaults()).containsExactlyInAnyOrder(first, other);
        delete(first);
        assertThat(defaults()).containsExactlyInAnyOrder(second, other);
        change(other, null, false);
        assertThat(defaults()).containsExactlyInAnyOrder(second, other);
    }

    @Test
    void aServerThatMovesToAnotherProviderLeavesItsDefaultBehind() {
        int first = register("A", true);
        int second = register("A", false);
        int other = register("B", true);

        change(first, "B", false);
        assertThat(defaults()).containsExactlyInAnyOrder(second, other);
        change(first, "B", true);
        assertThat(defaults()).containsExactlyInAnyOrder(second, first);
    }

    @Test
    void anotherOrganisationHasADefaultOfItsOwn() {
        register("A", true);
        market.be("stranger");
        int theirs = register("A", false);

        assertThat(defaults()).containsExactly(theirs);
        assertThat(servers.addressFor(organisation, "A")).contains(HOST);
        assertThat(servers.addressFor(organisation, "B")).isEmpty();
        assertThat(servers.defaultServer(organisation, "A")).contains(HOST);
        assertThat(servers.defaultServer(organisation, "B")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:0", "a:65536", "1.2.3:4", "1.2.3.256:4", "a:1,", "a:1，b:2", "::1:4", "a b:1"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddresses.checked(text))
                .extracting("code", "member")
                .containsExactly("auth-server-address-invalid", "server");
    }

    @Test
    void aVariableHoldsAsManyAddressesAsFit() {
        String eight = "10.0.0.10:8808,".repeat(8) + "10.0.0.10:8808";
        assertThat(ServerAddresses.checked(" a.example:1 , [::1]:65535")).isEqualTo("a.example:1,[::1]:65535");
        assertThat(ServerAddresses.forVariable("a:1,b:2")).isEqualTo("a:1,b:2");
        assertThat(ServerAddresses.forVariable(eight)).isEqualTo("10.0.0.10:8808,".repeat(7) + "10.0.0.10:8808");
    }

    private int register(String provider, boolean isDefault) {
        return market.sessions.commit(() -> servers.register(new NewAuthServer(HOST, provider, isDefault)));
    }

    private void change(int number, String provider, boolean isDefault) {
        market.sessions.commit(() -> {
            servers.change(number, new AuthServerChange(HOST, provider, isDefault));
            return number;
        });
    }

    private void delete(int number) {
        market.sessions.commit(() -> {
            servers.delete(number);
            return number;
        });
    }

    private List<Integer> defaults() {
        return servers.search(new AuthServerSearch(null, null, null)).stream()
                .filter(AuthServerView::isDefault)
                .map(AuthServerView::number)
                .toList();
    }
}
