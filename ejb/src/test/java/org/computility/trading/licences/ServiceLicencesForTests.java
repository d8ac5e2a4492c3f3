package org.computility.trading.licences;

import java.nio.file.Path;
import java.time.Clock;
import org.computility.shared.keys.KeyRingForTests;
import org.computility.trading.MarketForTests;

/** The door over a test database. */
public final class ServiceLicencesForTests {

    private ServiceLicencesForTests() {}

    public static ServiceLicences over(MarketForTests market, Clock clock) {
        ServiceLicences door = new ServiceLicences();
        door.licences = new Licences_(market.sessions.current());
        door.licensors = new LicensorKeys();
        door.licensors.keys = KeyRingForTests.over(market.sessions.current(), Path.of("target", "market-keys"));
        door.check = new LicenceCheck();
        door.check.licences = door.licences;
        door.check.keys = door.licensors;
        door.check.clock = clock;
        return door;
    }

    /** The same licence for somebody else, signed by nobody. */
    public static LicenceView forged(LicenceView good, String licensee) {
        return new LicenceView(
                good.licenceId(),
                good.licensor(),
                licensee,
                good.registrationId(),
                good.dataId(),
                good.resourceUrl(),
                good.watermark(),
                good.signature(),
                good.restrictions(),
                good.term());
    }
}
