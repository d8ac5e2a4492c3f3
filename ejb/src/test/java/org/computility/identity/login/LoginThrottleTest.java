package org.computility.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.computility.shared.Throttled;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final HandClock clock = new HandClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void fourFailuresCostNothing() {
        fail(4, "ann", HOME);

        assertThatCode(() -> throttle.check("ann", HOME)).doesNotThrowAnyException();
    }

    @Test
    void afterFiveFailuresEachPauseDoubles() {
        fail(5, "ann", HOME);
        assertThat(pause("ann", HOME)).isEqualTo(Duration.ofSeconds(1));

        clock.pass(Duration.ofSeconds(1));
        fail(1, "ann", HOME);
        assertThat(pause("ann", HOME)).isEqualTo(Duration.ofSeconds(2));

        clock.pass(Duration.ofSeconds(2));
        fail(1, "ann", HOME);
        assertThat(pause("ann", HOME)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void noPauseIsLongerThanAQuarterOfAnHour() {
        for (int failure = 0; failure < 40; failure++) {
            fail(1, "ann", HOME);
            clock.pass(Duration.ofMinutes(15));
        }
        fail(1, "ann", HOME);

        assertThat(pause("ann", HOME)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theSameUserElsewhereIsNotSlowed() {
        fail(6, "ann", HOME);

        assertThatCode(() -> throttle.check("ann", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void anotherUserAtTheSameAddressIsNotSlowed() {
        fail(6, "ann", HOME);

        assertThatCode(() -> throttle.check("bob", HOME)).doesNotThrowAnyException();
    }

    @Test
    void theCaseOfANameIsNoWayAround() {
        fail(5, "ann", HOME);

        assertThatThrownBy(() -> throttle.check("ANN", HOME)).isInstanceOf(Throttled.class);
    }

    @Test
    void aSuccessForgivesWhatWasBefore() {
        fail(4, "ann", HOME);
        throttle.start("ann", HOME);
        throttle.succeeded("ann", HOME);
        fail(4, "ann", HOME);

        assertThatCode(() -> throttle.check("ann", HOME)).doesNotThrowAnyException();
    }

    @Test
    void manyNamesFromOneAddressSpendItsBudget() {
        for (int name = 0; name < 60; name++) {
            fail(1, "user" + name, HOME);
        }

        assertThat(pause("ann", HOME)).isEqualTo(Duration.ofMinutes(1));
        assertThatCode(() -> throttle.check("ann", ELSEWHERE)).doesNotThrowAnyException();

        clock.pass(Duration.ofMinutes(1));
        assertThatCode(() -> throttle.check("ann", HOME)).doesNotThrowAnyException();
    }

    @Test
    void guessesSentAllAtOnceDoNotSlipThrough() {
        for (int guess = 0; guess < 5; guess++) {
            throttle.start("ann", HOME);
        }

        assertThatThrownBy(() -> throttle.start("ann", HOME)).isInstanceOf(Throttled.class);
    }

    @Test
    void oneNetworkOfIpv6AddressesIsOneSource() {
        fail(5, "ann", "2001:db8:0:1:0:0:0:1");

        assertThatThrownBy(() -> throttle.check("ann", "2001:db8:0:1:0:0:0:2")).isInstanceOf(Throttled.class);
        assertThatCode(() -> throttle.check("ann", "2001:db8:0:2:0:0:0:1")).doesNotThrowAnyException();
    }

    private void fail(int times, String username, String address) {
        for (int time = 0; time < times; time++) {
            throttle.start(username, address);
            throttle.failed(username, address);
            if (time >= 4) {
                clock.pass(Duration.ofSeconds(time == times - 1 ? 0 : 1L << (time - 4)));
            }
        }
    }

    private Duration pause(String username, String address) {
        try {
            throttle.check(username, address);
        } catch (Throttled e) {
            return e.retryAfter().orElseThrow();
        }
        return Duration.ZERO;
    }
}
