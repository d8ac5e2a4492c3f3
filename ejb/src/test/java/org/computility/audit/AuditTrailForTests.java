package org.computility.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.computility.shared.SealingForTests;

/** The trail without a server. */
public final class AuditTrailForTests {

    private AuditTrailForTests() {}

    /** In that database, sealed with a key kept in the folder; everybody may read all of it. */
    public static AuditTrail in(DataSource database, Path folder, Clock clock) {
        AuditWriter writer = new AuditWriter();
        writer.database = database;
        writer.sealing = SealingForTests.keptIn(folder);
        writer.prepare();
        AuditTrail trail = new AuditTrail();
        trail.database = database;
        trail.writer = writer;
        trail.sealing = writer.sealing;
        trail.readers = Optional::empty;
        trail.clock = clock;
        trail.prepare();
        return trail;
    }
}
