package org.computility.compute.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.connector.accelerator.Door;

/**
 * Nodes whose event stream was open and broke. Each is probed until it answers or its address has refused several
 * connections in succession; then it is dead, and probed for a while longer, until it is back. Where more nodes were lost at
 * the same time than can still be reached, nobody is dead: the platform's own network may be. Time goes by in rounds, which no
 * clock can step. Safe for use by several threads.
 */
final class Suspects {

    /** One refusal may be a node that is just starting again. */
    static final int REFUSALS = 3;

    /** From one probe of a node to the next. */
    static final int BETWEEN = 2;

    /** Whoever neither answers nor refuses for so long is left to the rule of silence. */
    static final int SUSPECT_FOR = 30;

    /** Whoever is dead for longer is back with its next sign of life. */
    static final int DEAD_FOR = 300;

    /** A network that breaks breaks all streams within so many rounds: a silent stream is found to be broken after 15 s. */
    static final int SAME_TIME = 15;

    /** Probes that have not ended; each holds a thread. */
    static final int AT_ONCE = 32;

    private final Set<String> reachable = new HashSet<>();
    private final Map<String, Suspect> suspects = new LinkedHashMap<>();
    private int probing;
    private long round;

    /**
     * A node that is to be probed.
     *
     * @param lost when its stream was
     * @param dead whether the question is no more than whether it is back
     */
    record Probe(String code, Instant lost, boolean dead) {}

    /** What follows from a probe. */
    enum Verdict {
        /** Nothing yet, or nothing at all. */
        WAIT,
        /** The node is dead, unless it was heard by another way. */
        DEAD,
        /** Something listens again where a dead node did. */
        BACK
    }

    private static final class Suspect {
        private final Instant lost;
        private final long since;
        private long next;
        private long until;
        private boolean probed;
        private boolean dead;
        private int refusals;

        Suspect(Instant lost, long since) {
            this.lost = lost;
            this.since = since;
            until = since + SUSPECT_FOR;
        }
    }

    /** The node's stream is open. */
    synchronized void opened(String code) {
        reachable.add(code);
        suspects.remove(code);
    }

    /** The node's stream broke, and could not be opened again at once. */
    synchronized void lost(String code, Instant now) {
        if (reachable.remove(code)) {
            suspects.put(code, new Suspect(now, round));
        }
    }

    /** The node is online by a sign of life, or has left. */
    synchronized void clear(String code) {
        suspects.remove(code);
    }

    /** The node is dead from now on. */
    synchronized void bury(String code) {
        Suspect suspect = suspects.get(code);
        if (suspect != null) {
            suspect.dead = true;
            suspect.until = round + DEAD_FOR;
        }
    }

    /** Other nodes are not watched here; dead ones are watched by nobody. */
    synchronized void retain(Set<String> codes) {
        reachable.retainAll(codes);
        suspects.entrySet().removeIf(each -> !each.getValue().dead && !codes.contains(each.getKey()));
    }

    /** A round goes by. Answers who is to be probed now; each must be given back by {@link #probed}. */
    synchronized List<Probe> due() {
        round++;
        suspects.values().removeIf(suspect -> suspect.until < round);
        List<Probe> due = new ArrayList<>();
        suspects.forEach((code, suspect) -> {
            if (probing < AT_ONCE && !suspect.probed && suspect.next <= round) {
                suspect.probed = true;
                suspect.next = round + BETWEEN;
                probing++;
                due.add(new Probe(code, suspect.lost, suspect.dead));
            }
        });
        return due;
    }

    /** The probe has ended so. */
    synchronized Verdict probed(Probe probe, Door door) {
        probing--;
        Suspect suspect = suspects.get(probe.code());
        if (suspect == null || !suspect.lost.equals(probe.lost())) {
            return Verdict.WAIT;
        }
        suspect.probed = false;
        if (suspect.dead) {
            return door == Door.OPEN ? Verdict.BACK : Verdict.WAIT;
        }
        if (door == Door.OPEN) {
            reachable.add(probe.code());
            suspects.remove(probe.code());
            return Verdict.WAIT;
        }
        suspect.refusals = door == Door.SHUT ? suspect.refusals + 1 : 0;
        return suspect.refusals >= REFUSALS && othersAreFine(suspect) ? Verdict.DEAD : Verdict.WAIT;
    }

    private boolean othersAreFine(Suspect suspect) {
        long lost = suspects.values().stream()
                .filter(other -> Math.abs(other.since - suspect.since) <= SAME_TIME)
                .count();
        return lost <= reachable.size();
    }
}
