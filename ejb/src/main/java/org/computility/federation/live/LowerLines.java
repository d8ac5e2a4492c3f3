package org.computility.federation.live;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformCalls;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.lower.KnownLower;
import org.computility.federation.lower.LowerCenterNames;
import org.computility.reporting.centers.ReportedCenterView;

/**
 * Asks platforms below, one question for everybody who asks within a few seconds. Nobody waits longer than the patience for each call,
 * and nobody at all for a platform that is known to be dead.
 */
@ApplicationScoped
public class LowerLines {

    /** Answers that are remembered; those that nobody asked for longest go first. */
    private static final int REMEMBERED = 5_000;

    private final Map<Integer, LowerLine> lines = new ConcurrentHashMap<>();
    private final Map<Question, LowerAnswer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, LowerAnswer> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    PlatformCalls calls;

    @EJB
    LowerCenterNames book;

    @Inject
    Clock clock;

    private final LiveConfig config;

    public LowerLines() {
        this(LiveConfig.current());
    }

    LowerLines(LiveConfig config) {
        this.config = config;
    }

    private record Question(int lowerId, int centerId, String path) {}

    /** What it tells, or what it told last and why it does not now. */
    LowerAnswer ask(KnownLower lower, String path, ReportedCenterView center) {
        Question question = new Question(lower.address().id(), center.id(), path);
        LowerLine line = lines.compute(
                question.lowerId(),
                (id, known) -> known != null && known.leadsTo(lower.address())
                        ? known
                        : new LowerLine(lower.address(), config));
        LowerAnswer last = remembered(question);
        Instant now = clock.instant();
        if (last.at() != null && last.at().plus(config.memory()).isAfter(now)) {
            return last;
        }
        Optional<String> shut = line.gate().enter(now);
        if (shut.isPresent()) {
            return last.silent(shut.get());
        }
        try {
            LowerAnswer told = new LowerAnswer(line.ask(path, center, calls, book), clock.instant(), null);
            line.gate().answered();
            keep(question, told);
            return told;
        } catch (PlatformRefusal refused) {
            // It lives, and does not know, or not show, the center.
            line.gate().answered();
            return last.silent(refused.getMessage());
        } catch (PlatformAway away) {
            line.gate().silent(away.getMessage(), clock.instant());
            return last.silent(away.getMessage());
        } finally {
            line.gate().leave();
        }
    }

    private LowerAnswer remembered(Question question) {
        synchronized (answers) {
            return answers.getOrDefault(question, new LowerAnswer(null, null, null));
        }
    }

    private void keep(Question question, LowerAnswer told) {
        synchronized (answers) {
            answers.put(question, told);
        }
    }
}
