package org.computility.planning;

import java.time.Clock;
import org.computility.results.ResultSources;
import org.hibernate.StatelessSession;

/** What other parts of the room write by the room's own beans, without a server. */
public final class WritingForTests {

    private WritingForTests() {}

    /** Makes plans only. */
    public static PlanWriting plans(StatelessSession session, Clock clock) {
        PlanWriting writing = new PlanWriting();
        writing.plans = new Plans_(session);
        writing.instances = new Instances_(session);
        writing.clock = clock;
        return writing;
    }

    /** Makes instances only. */
    public static InstanceWriting instances(StatelessSession session, Clock clock, ResultSources sources) {
        InstanceWriting writing = new InstanceWriting();
        writing.plans = new Plans_(session);
        writing.instances = new Instances_(session);
        writing.sources = sources;
        writing.clock = clock;
        return writing;
    }
}
