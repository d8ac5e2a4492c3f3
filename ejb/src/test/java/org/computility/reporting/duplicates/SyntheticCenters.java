package org.computility.reporting.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Reports of computing centers of which it is known which are about the same: most centers are reported once, a quarter by two. Many
 * are nearly another one: phases and buildings of one site, one operator at two places of a city or in two cities, two operators
 * next door, two kinds of center of one operator side by side.
 */
final class SyntheticCenters {

    private static final double KILOMETRE = 1 / 111.2;

    private final Random random;
    private final SyntheticNames names;
    private final List<SyntheticSite> sites = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    SyntheticCenters(long seed) {
        random = new Random(seed);
        names = new SyntheticNames(random);
    }

    List<SyntheticReport> reports(int count) {
        List<SyntheticReport> all = new ArrayList<>();
        while (all.size() < count) {
            int from = sites.size();
            family();
            for (SyntheticSite site : List.copyOf(sites.subList(from, sites.size()))) {
                all.add(report(site, random.nextInt(2), true));
                if (often(0.25)) {
                    all.add(report(site, 1 - all.get(all.size() - 1).reporter(), false));
                }
            }
        }
        return all.subList(0, count);
    }

    /** A center, and those that are nearly it. */
    private void family() {
        SyntheticCity city = city();
        String operator = pick(SyntheticNames.OPERATORS);
        String place = often(0.1) ? "" : pick(SyntheticNames.PLACES);
        if (!taken.add(city.code() + operator + place)) {
            return;
        }
        double[] there = place(city, place);
        int kind = often(0.55) ? 0 : often(0.8) ? 1 : 2;
        double dice = random.nextDouble();
        if (dice < 0.10) {
            int phases = 2 + random.nextInt(2);
            for (int phase = 1; phase <= phases; phase++) {
                add(city, place, operator, kind, phase, null, false, near(there, 0.3));
            }
        } else if (dice < 0.16) {
            boolean letters = often(0.5);
            for (int building = 1; building <= 2; building++) {
                String which = letters ? "" + (char) ('A' + building - 1) : "" + building;
                add(city, place, operator, kind, 0, which, false, near(there, 0.2));
            }
        } else {
            add(city, place, operator, kind, often(0.15) ? 1 : 0, null, true, there);
        }
        if (often(0.05)) {
            nextDoor(city, place, there, kind);
        }
        if (often(0.05)) {
            elsewhere(operator, place, kind);
        }
        if (often(0.01) && kind != 2) {
            add(city, place, operator, 2, 0, null, true, near(there, 0.5));
        }
    }

    private void nextDoor(SyntheticCity city, String place, double[] there, int kind) {
        String other = pick(SyntheticNames.OPERATORS);
        if (taken.add(city.code() + other + place)) {
            // Two of one address may have its position.
            add(city, place, other, kind, 0, null, true, often(0.2) ? there : near(there, 0.5));
        }
    }

    /** Of the same name but for the city, which not all write. */
    private void elsewhere(String operator, String place, int kind) {
        SyntheticCity other = city();
        if (taken.add(other.code() + operator + place)) {
            add(other, place, operator, kind, 0, null, true, place(other, place));
        }
    }

    private void add(
            SyntheticCity city,
            String place,
            String operator,
            int kind,
            int phase,
            String building,
            boolean alone,
            double[] there) {
        // Many begin on the first of a month, as far as reports tell.
        LocalDate day = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_600));
        LocalDate date = often(0.4) ? day.withDayOfMonth(1) : day;
        sites.add(new SyntheticSite(
                sites.size(), city, place, operator, kind, phase, building, alone, there[0], there[1], date));
    }

    private SyntheticReport report(SyntheticSite site, int reporter, boolean first) {
        double dice = random.nextDouble();
        double[] exact = {site.longitude(), site.latitude()};
        double[] there = first || dice < 0.35
                ? exact
                : dice < 0.75
                        ? near(exact, 0.15)
                        : dice < 0.93
                                ? near(exact, 0.8)
                                : dice < 0.99
                                        ? near(exact, 3)
                                        : near(
                                                new double[] {
                                                    site.city().longitude(),
                                                    site.city().latitude()
                                                },
                                                1);
        String code = site.city().code();
        String district = code.substring(0, 4) + String.format("%02d", 2 + site.truth() % 14);
        String city = often(0.5) ? code : district;
        int type = often(0.92) ? site.kind() : site.kind() == 0 ? 3 : site.kind() == 1 ? 3 : 5;
        LocalDate date = first || often(0.75)
                ? site.date()
                : often(0.6) ? null : site.date().plusDays(random.nextInt(60) - 30L);
        return new SyntheticReport(
                site.truth(),
                reporter,
                names.name(site),
                site.city(),
                city,
                round(there[0]),
                round(there[1]),
                type,
                date);
    }

    /** Big cities have many centers. */
    private SyntheticCity city() {
        double skewed = Math.pow(random.nextDouble(), 1.5);
        int rank = (int) (skewed * SyntheticCity.ALL.size());
        return SyntheticCity.ALL.get(rank * 37 % SyntheticCity.ALL.size());
    }

    /** Where a place of a city lies: always there, up to 20 km from its middle. */
    private double[] place(SyntheticCity city, String place) {
        Random fixed = new Random(31L * city.code().hashCode() + place.hashCode());
        double[] middle = near(new double[] {city.longitude(), city.latitude()}, 20, fixed);
        return near(middle, 1.5);
    }

    private double[] near(double[] there, double kilometres) {
        return near(there, kilometres, random);
    }

    private static double[] near(double[] there, double kilometres, Random random) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double far = Math.sqrt(random.nextDouble()) * kilometres * KILOMETRE;
        return new double[] {
            there[0] + far * Math.cos(angle) / Math.cos(Math.toRadians(there[1])), there[1] + far * Math.sin(angle)
        };
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private boolean often(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
