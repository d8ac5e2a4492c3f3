package org.computility.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.trading.MarketForTests;

/** Two organisations that report, an auditor, a device and an administrator. */
public final class ReportingForTests {

    public final MarketForTests database = new MarketForTests();

    public ReportingForTests() {
        var own = database.organisation();
        database.open("reporter", own, Role.PROVIDER);
        database.open("auditor", own, Role.AUDITOR);
        database.open("device", own, Role.DEVICE);
        database.open("stranger", database.organisation(), Role.OPERATOR);
        database.open("admin", database.organisation(), Role.ADMINISTRATOR);
        database.be("reporter");
    }

    /** The call is refused with that code. */
    public void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(() -> database.sessions.commit(() -> {
                    try {
                        call.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                    return null;
                }))
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
