package org.computility.compute.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computility.connector.accelerator.Door;

/**
 * Nodes whose event stream was open and broke. Each is probed until its stream opens, or for a while. An answer does not end
 * this: the node may be about to stop. A node whose address has refused several connections in succession is dead, and is probed
 * less and less often until it is back. Where more nodes were lost at the same time than can still be reached, nobody is dead: the
 * platform's own network may be. Time goes by in rounds, which no clock can step. Safe for use by several threads.
 */
final class Suspects {

    /** One refusal may be a node that is just starting again. */
    static final int REFUSALS = 3;

    /** From one probe of a node to the next. */
    static final int BETWEEN = 2;

    /** The same for a node that is dead: it is back within seconds, and a refused connection costs next to nothing. */
    static final int LONGEST_BETWEEN = 4;

    /** Whoever neither answers nor refuses for so long since its first probe is left to the rule of silence. */
    static final int SUSPECT_FOR = 30;

    /** The same for whoever answers, but whose stream does not open. */
    static final int ANSWERING_FOR = 60;

    /** Whoever is dead for longer is back with its next sign of life. */
    static final int DEAD_FOR = 300;

    /** A network that breaks breaks all streams within so many rounds: a silent stream is found to be broken after 15 s. */
    static final int SAME_TIME = 15;

    /** Probes that have not ended; each holds a thread. */
    static final int AT_ONCE = 64;

    private final Set<String> reachable = new HashSet<>();

    /** Those that are probed no more among them: they are still lost, and are weighed. */
    private final Map<String, Suspect> suspects = new HashMap<>();

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

    /** Other nodes are not watched here; dead ones are watched by nobody. */
    synchronized void retain(Set<String> codes) {
        reachable.retainAll(codes);
        suspects.entrySet().removeIf(each -> !each.getValue().isDead() && !codes.contains(each.getKey()));
    }

    /** A round goes by. Answers who is to be probed now; each must be given back by {@link #ended}. */
    synchronized List<Probe> due() {
        round++;
        suspects.values().removeIf(suspect -> suspect.isForgotten(round));
        List<Map.Entry<String, Suspect>> next = suspects.entrySet().stream()
                .filter(each -> each.getValue().isDue(round))
                .sorted(Map.Entry.comparingByValue(Suspect.URGENCY))
                .limit(AT_ONCE - probing)
                .toList();
        List<Probe> due = new ArrayList<>();
        next.forEach(each -> due.add(each.getValue().begin(each.getKey(), round)));
        probing += due.size();
        return due;
    }

    /** The node's door was found so. */
    synchronized Verdict probed(Probe probe, Door door) {
        return of(probe)
                .map(suspect -> {
                    Verdict verdict = suspect.told(door);
                    return verdict == Verdict.DEAD && !othersAreFine(suspect) ? Verdict.WAIT : verdict;
                })
                .orElse(Verdict.WAIT);
    }

    /** The node is offline, and dead from now on. */
    synchronized void bury(Probe probe) {
        of(probe).ifPresent(suspect -> suspect.bury(round));
    }

    /** Whoever listens where the dead node did cannot be told from it yet: it is probed less and less often. */
    synchronized void putOff(Probe probe) {
        of(probe).ifPresent(suspect -> suspect.putOff(round));
    }

    /** Somebody else listens where the dead node did: it is probed no more. */
    synchronized void leave(Probe probe) {
        of(probe).ifPresent(Suspect::leave);
    }

    /** The probe has ended, and what followed from it is done. */
    synchronized void ended(Probe probe) {
        probing--;
        of(probe).ifPresent(Suspect::ended);
    }

    /** Empty where the node is no suspect any more, or is another time. */
    private Optional<Suspect> of(Probe probe) {
        return Optional.ofNullable(suspects.get(probe.code())).filter(suspect -> suspect.isOf(probe));
    }

    private boolean othersAreFine(Suspect suspect) {
        long lost = suspects.values().stream()
                .filter(other -> !other.answers() && other.wasLostWith(suspect))
                .count();
        long answering = suspects.values().stream().filter(Suspect::answers).count();
        return lost <= reachable.size() + answering;
    }
}
