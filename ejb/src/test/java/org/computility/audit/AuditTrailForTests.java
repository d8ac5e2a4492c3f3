package org.computility.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.computility.shared.ThisServer;
import org.computility.shared.keys.SealingForTests;
import org.hibernate.StatelessSession;

/** The trail without a server. */
public final class AuditTrailForTests {

    private AuditTrailForTests() {}

    /** Over those tables, sealed with a key kept in the folder; everybody may read all of it. */
    public static AuditTrail over(StatelessSession session, Path folder, Clock clock) {
        AuditWriter writer = new AuditWriter();
        writer.records = new AuditRecords_(session);
        writer.begun = new BegunCalls_(session);
        writer.sealing = SealingForTests.keptIn(folder);
        writer.server = new ThisServer("test");
        writer.prepare();
        AuditTrail trail = new AuditTrail();
        trail.trail = writer.records;
        trail.writer = writer;
        trail.sealing = writer.sealing;
        trail.readers = Optional::empty;
        trail.clock = clock;
        trail.prepare();
        return trail;
    }

    /** Begins the trail anew. */
    public static void empty(StatelessSession session) {
        tamper(session, "truncate audit_record, audit_head, audit_begun, audit_server");
    }

    /** As an administrator of the database could. */
    static void tamper(StatelessSession session, String sql) {
        execute(session, "alter table audit_record disable trigger all");
        try {
            execute(session, sql);
        } finally {
            execute(session, "alter table audit_record enable trigger all");
        }
    }

    static void execute(StatelessSession session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
