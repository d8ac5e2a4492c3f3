package org.computility.trading.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Supplier;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.keys.DeliveryPair;
import org.computility.shared.keys.DeliveryPair.Algorithm;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketKeysTest {

    private final MarketForTests market = new MarketForTests();
    private final MarketKeys keys = MarketKeysForTests.over(market);
    private final UUID sellers = market.organisation();

    @BeforeEach
    void openAccounts() {
        market.open("seller", sellers, Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        market.be("seller");
    }

    @Test
    void aPairThatWasMadeHereIsHeldHere() {
        for (Algorithm algorithm : Algorithm.values()) {
            DeliveryKeyView made = market.sessions.commit(() -> keys.make(algorithm));

            assertThat(made.algorithm()).isEqualTo(algorithm);
            assertThat(keys.holds(sellers, made.publicKey())).isTrue();
            assertThat(keys.holds(UUID.randomUUID(), made.publicKey())).isFalse();
        }
    }

    @Test
    void aPairOfItsOwnIsHeldOnceItsPrivateHalfIsDeposited() {
        DeliveryPair pair = DeliveryPair.fresh(Algorithm.EC_P256);
        DeliveryPair other = DeliveryPair.fresh(Algorithm.EC_P256);
        assertThat(keys.holds(sellers, pair.publicKey())).isFalse();
        for (String wrong : new String[] {MarketKeysForTests.pem(other), pair.publicKey(), "", "AAAA"}) {
            refused("private-key-invalid", () -> deposit(pair, wrong));
        }

        deposit(pair, MarketKeysForTests.pem(pair));
        deposit(pair, MarketKeysForTests.pem(pair));

        assertThat(keys.privateKey(sellers, pair.publicKey())).isEqualTo(pair.privateKey());
    }

    @Test
    void aBuyersKeyIsReplacedByItsNext() {
        market.be("buyer");
        UUID buyer = market.caller.get().accountId();
        String first = DeliveryPair.fresh(Algorithm.EC_P256).publicKey();
        String second = DeliveryPair.fresh(Algorithm.RSA_3072).publicKey();
        assertThat(keys.keyOf(buyer)).isEmpty();

        market.sessions.commit(() -> keys.receiveWith(first));
        market.sessions.commit(() -> keys.receiveWith(second));

        assertThat(keys.keyOf(buyer)).contains(second);
        refused("public-key-invalid", () -> keys.receiveWith("no key"));
        market.be("seller");
        refused("role-missing", () -> keys.receiveWith(first));
    }

    private Object deposit(DeliveryPair pair, String privateKey) {
        market.sessions.commit(() -> keys.deposit(sellers, pair.publicKey(), privateKey));
        return null;
    }

    private static void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
