package org.computility.centers.registration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.identity.accounts.OrganisationView;
import org.computility.shared.FiredEvents;
import org.computility.shared.keys.SealingForTests;
import org.computility.shared.outbound.GuardForTests;
import org.computility.trading.MarketForTests;

/** The registration of centers over a test database. */
public final class RegistrationForTests {

    public static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    public final CenterRegistration registration = new CenterRegistration();
    public final RegisteredCenters registered = new RegisteredCenters();
    public final NeedsForTests needs = new NeedsForTests();
    public final FiredEvents<CenterRegistered> told = new FiredEvents<>();
    final CenterLocations locations;

    public RegistrationForTests(MarketForTests database, Path folder) {
        locations = new CenterLocations(SealingForTests.keptIn(folder), GuardForTests.allowingThisMachine());
        Centers centers = new Centers_(database.sessions.current());
        registered.centers = centers;
        registration.centers = centers;
        registration.organisations = new OrganisationAdministration() {
            @Override
            public OrganisationView get(UUID id) {
                return null;
            }
        };
        registration.locations = locations;
        registration.places = new CenterPlaces();
        registration.places.centers = centers;
        registration.places.needs = needs;
        registration.places.dataDirectory = folder.resolve("data");
        registration.sealing = SealingForTests.keptIn(folder);
        registration.needs = needs;
        registration.caller = database.caller;
        registration.registrations = told;
        registration.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** A center of this machine, without more. */
    public static NewCenter center(String id) {
        return new NewCenter(id, "Center " + id, null, null, null, null, "process:/jobs/" + id, null, null);
    }
}
