package org.computility.reporting.duplicates.matching;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Weighs whether two reports are about one center. Each part that agrees, or does not, adds what it weighs (Fellegi and Sunter): no
 * part decides alone, but another phase, building or zone, which makes two centers of what else is one.
 */
public final class Matching {

    /** From here on people look at the pair. */
    static final double DOUBTFUL = 6.5;

    /** From here on it is one center, where nothing is missing. */
    static final double SAME = 12;

    private static final double SAME_NAME = 0.9;
    private static final int SAME_PLACE = 1_000;
    private static final int PREFECTURE = 4;
    private static final int PROVINCE = 2;
    private static final double FEW = 0.7;
    private static final double CONTRADICTION = 4;
    private static final double SLIP = 3;
    private static final double OMISSION = 0.3;
    private static final double EARTH = 6_371_008.8;

    /** What each type computes: general, intelligent, super. */
    private static final Set<Integer>[] PURPOSES = purposes();

    private Matching() {}

    /** A center that is compared with several. */
    public record Candidate(CenterFacts facts, Object name) {}

    /** Made ready to be compared. */
    public static Candidate ready(CenterFacts facts) {
        return new Candidate(facts, CenterName.of(facts.name(), facts.provinceName(), facts.city()));
    }

    /** The same for both orders. */
    public static Evidence compare(Candidate one, Candidate other) {
        CenterFacts a = one.facts();
        CenterFacts b = other.facts();
        CenterName first = (CenterName) one.name();
        CenterName second = (CenterName) other.name();
        double name = similarity(first.core(), second.core());
        Agreement parts = parts(first.parts(), second.parts());
        int metres = metres(a, b);
        Agreement city = city(a.city(), b.city());
        Agreement type = type(a.type(), b.type());
        Agreement date = date(a.productionDate(), b.productionDate());
        double score = Weights.name(name)
                + Weights.distance(metres)
                + Weights.city(city)
                + Weights.type(type)
                + Weights.date(date)
                + Weights.parts(parts)
                + Weights.kind(first.kind(), second.kind());
        boolean whole = parts == Agreement.FULL
                && name >= SAME_NAME
                && metres <= SAME_PLACE
                && (city == Agreement.FULL || city == Agreement.PARTLY)
                && type != Agreement.NONE;
        Verdict verdict = parts == Agreement.NONE || score < DOUBTFUL
                ? Verdict.DIFFERENT
                : whole && score >= SAME ? Verdict.SAME : Verdict.DOUBTFUL;
        return new Evidence(verdict, score, name, parts, metres, city, type, date);
    }

    /**
     * 0 to 1. What only one of them says may have been left out by the other; what each says alone contradicts the other. Words may
     * change places.
     */
    static double similarity(String one, String other) {
        int shared = shared(one, other);
        int shorter = Math.min(one.length(), other.length());
        int contradicting = shorter - shared;
        int left = Math.max(one.length(), other.length()) - shorter;
        if (shared < 2) {
            return one.equals(other) ? FEW : 0;
        }
        double cost = contradicting * (contradicting > 1 ? CONTRADICTION : SLIP) + left * OMISSION;
        return shared / (shared + cost);
    }

    private static int shared(String one, String other) {
        StringBuilder rest = new StringBuilder(other);
        int shared = 0;
        for (int i = 0; i < one.length(); i++) {
            int at = rest.indexOf(one.substring(i, i + 1));
            if (at >= 0) {
                rest.deleteCharAt(at);
                shared++;
            }
        }
        return shared;
    }

    /** FULL: both tell the same, or nothing. PARTLY: one tells that it is the first, the other nothing. */
    private static Agreement parts(Map<String, String> one, Map<String, String> other) {
        if (one.equals(other)) {
            return Agreement.FULL;
        }
        Agreement agreement = Agreement.PARTLY;
        for (String word : Set.of("期", "楼", "区", "号")) {
            String a = one.get(word);
            String b = other.get(word);
            if (a != null && b != null && !a.equals(b)) {
                return Agreement.NONE;
            }
            String told = a == null ? b : b == null ? a : "1";
            if (told != null && !told.equals("1")) {
                agreement = Agreement.UNKNOWN;
            }
        }
        return agreement;
    }

    private static Agreement city(String one, String other) {
        if (one.equals(other)) {
            return Agreement.FULL;
        }
        if (one.regionMatches(0, other, 0, PREFECTURE)) {
            return Agreement.PARTLY;
        }
        return one.regionMatches(0, other, 0, PROVINCE) ? Agreement.UNKNOWN : Agreement.NONE;
    }

    private static Agreement type(int one, int other) {
        if (one == other) {
            return Agreement.FULL;
        }
        return PURPOSES[one].stream().anyMatch(PURPOSES[other]::contains) ? Agreement.PARTLY : Agreement.NONE;
    }

    private static Agreement date(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return Agreement.UNKNOWN;
        }
        if (one.equals(other)) {
            return Agreement.FULL;
        }
        return one.getYear() == other.getYear() ? Agreement.PARTLY : Agreement.NONE;
    }

    /** On a sphere (haversine). */
    static int metres(CenterFacts a, CenterFacts b) {
        double north = Math.toRadians(b.latitude() - a.latitude());
        double east = Math.toRadians(b.longitude() - a.longitude());
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return (int) Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half))));
    }

    @SuppressWarnings("unchecked")
    private static Set<Integer>[] purposes() {
        return new Set[] {Set.of(0), Set.of(1), Set.of(2), Set.of(0, 1), Set.of(0, 2), Set.of(1, 2), Set.of(0, 1, 2)};
    }
}
