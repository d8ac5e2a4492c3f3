package org.computility.shared.database.outage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
    void aDatabaseThatIsAwayOrGoesAwayIsOne(String state) {
        assertThat(Outage.isOne(wrapped(new SQLException("gone", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40P01", "57014", "42P01"})
    void aDatabaseThatAnswersIsNone(String state) {
        assertThat(Outage.isOne(wrapped(new SQLException("no", state)))).isFalse();
    }

    @Test
    void aPoolWithoutAConnectionIsOne() {
        assertThat(Outage.isOne(wrapped(new SQLException("cannot allocate", new ResourceException("all in use")))))
                .isTrue();
        assertThat(Outage.isOne(wrapped(new SQLTransientConnectionException("time-out"))))
                .isTrue();
    }

    @Test
    void aRuntimeThatDoesNotAnswerIsNone() {
        assertThat(Outage.isOne(wrapped(new ResourceException("the node is silent"))))
                .isFalse();
    }

    @Test
    void aCommitThatLostItsConnectionIsOne() {
        XAException lost = new XAException(XAException.XAER_RMFAIL);

        assertThat(Outage.isOne(wrapped(lost))).isTrue();
        assertThat(Outage.isOne(wrapped(new XAException(XAException.XA_RBDEADLOCK))))
                .isFalse();
    }

    @Test
    void causesInACircleEnd() {
        Exception outer = new Exception("outer");
        Exception inner = new Exception("inner", outer);
        outer.initCause(inner);

        assertThat(Outage.isOne(outer)).isFalse();
    }

    private static Exception wrapped(Exception cause) {
        return new IllegalStateException("outside", new IllegalStateException("between", cause));
    }
}
