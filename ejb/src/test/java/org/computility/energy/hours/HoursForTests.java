package org.computility.energy.hours;

import java.time.Clock;
import org.computility.energy.meters.MetersForTests;
import org.computility.energy.readings.ReadingsForTests;
import org.computility.trading.MarketForTests;

/** Hours over a test database. */
public final class HoursForTests {

    private HoursForTests() {}

    public static HourlyConsumption consumption(MarketForTests database, Clock clock) {
        HourlyConsumption consumption = new HourlyConsumption();
        consumption.meters = MetersForTests.over(database, clock);
        consumption.counting = counting(database);
        return consumption;
    }

    public static PastHour pastHour(MarketForTests database, Clock clock) {
        PastHour pastHour = new PastHour();
        pastHour.meters = MetersForTests.over(database, clock);
        pastHour.history = ReadingsForTests.history(database);
        pastHour.counting = counting(database);
        pastHour.clock = clock;
        return pastHour;
    }

    public static CenterConsumption center(MarketForTests database, Clock clock) {
        CenterConsumption center = new CenterConsumption();
        center.meters = MetersForTests.over(database, clock);
        center.counting = counting(database);
        return center;
    }

    private static Counting counting(MarketForTests database) {
        Counting counting = new Counting();
        counting.history = ReadingsForTests.history(database);
        return counting;
    }
}
