package org.computility.planning.quotas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How many more streams of its capabilities one organisation may start; counts down as instances get places. A capability without
 * a licence of any kind has no bound.
 */
public final class Licences {

    private final Map<String, LicenceRoom> rooms;

    private Licences(Map<String, LicenceRoom> rooms) {
        this.rooms = rooms;
    }

    /** Nothing is licensed. */
    public static Licences unlimited() {
        return new Licences(Map.of());
    }

    /** Of one organisation. */
    static Licences of(List<QuotaFigure> figures) {
        return new Licences(figures.stream()
                .collect(Collectors.groupingBy(
                        QuotaFigure::algoDefCode, Collectors.collectingAndThen(Collectors.toList(), LicenceRoom::of))));
    }

    /** The same for tests and for what might be: capabilities that may start that many streams more, wherever they run. */
    public static Licences leaving(Map<String, Long> more) {
        return new Licences(more.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> LicenceRoom.leaving(entry.getValue()))));
    }

    /** Whether nothing is bounded. */
    public boolean isUnlimited() {
        return rooms.values().stream().noneMatch(LicenceRoom::isBounded);
    }

    /** Whether a stream of it may start at any node. */
    public boolean admits(String algoDefCode) {
        LicenceRoom room = rooms.get(algoDefCode);
        return room == null || room.admits();
    }

    /** Whether a stream of it may start at that node. */
    public boolean admits(String algoDefCode, String computeCode) {
        LicenceRoom room = rooms.get(algoDefCode);
        return room == null || room.admits(computeCode);
    }

    /** How many streams of it may start at any node; empty: it has no bound. */
    public OptionalLong leftAnywhere(String algoDefCode) {
        LicenceRoom room = rooms.get(algoDefCode);
        return room == null || !room.isBounded() ? OptionalLong.empty() : OptionalLong.of(room.leftAnywhere());
    }

    /** How many more may start at each node that a licence is bound to. */
    public Map<String, Long> leftAtNodes(String algoDefCode) {
        LicenceRoom room = rooms.get(algoDefCode);
        return room == null ? Map.of() : room.leftAtNodes();
    }

    /** How many streams of it run beyond what licences allow by now. */
    public long excess(String algoDefCode) {
        LicenceRoom room = rooms.get(algoDefCode);
        return room == null ? 0 : room.excess();
    }

    /** A stream of it gets a place at that node. */
    public void take(String algoDefCode, String computeCode) {
        LicenceRoom room = rooms.get(algoDefCode);
        if (room != null) {
            room.take(computeCode);
        }
    }

    /** A stream of it is to get a licence that is bound to no device. */
    public void takeAnywhere(String algoDefCode) {
        take(algoDefCode, null);
    }

    /** What to tell an instance that no licence admits. */
    public String refusal(String algoDefCode) {
        return rooms.get(algoDefCode).refusal(algoDefCode);
    }

    /** The same with that many streams more of a capability, which are bound to no device. */
    public Licences with(String algoDefCode, long more) {
        Licences changed = copy();
        changed.rooms.computeIfPresent(algoDefCode, (code, room) -> room.with(more));
        return changed;
    }

    /** The same as it is now, to be counted down apart. */
    public Licences copy() {
        Map<String, LicenceRoom> copies = new HashMap<>();
        rooms.forEach((code, room) -> copies.put(code, room.copy()));
        return new Licences(copies);
    }
}
