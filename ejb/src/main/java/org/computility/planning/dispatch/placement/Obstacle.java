package org.computility.planning.dispatch.placement;

import java.util.List;
import org.computility.planning.quotas.Licences;

/** What keeps an instance from having a place, and what it is told. */
enum Obstacle {
    /** No licence admits it anywhere. */
    NO_LICENCE {
        @Override
        boolean holds(Wish wish, Places places, Licences licences) {
            return !licences.admits(wish.algoDefCode());
        }

        @Override
        String words(Wish wish, Places places, Licences licences) {
            return licences.refusal(wish.algoDefCode());
        }
    },
    /** Wherever it could run, nothing is started for now. */
    AVOIDED {
        @Override
        boolean holds(Wish wish, Places places, Licences licences) {
            return places.comesBack(wish) && !places.suits(wish);
        }

        @Override
        String words(Wish wish, Places places, Licences licences) {
            return places.whyAvoided(wish);
        }
    },
    /** Where it could run, there is no room, or nothing is started for now. */
    FULL_OR_AVOIDED {
        @Override
        boolean holds(Wish wish, Places places, Licences licences) {
            return places.comesBack(wish);
        }

        @Override
        String words(Wish wish, Places places, Licences licences) {
            return FULL.words(wish, places, licences) + " " + places.whyAvoided(wish);
        }
    },
    /** There is no room at the services where it could run, or there are none. */
    FULL {
        @Override
        boolean holds(Wish wish, Places places, Licences licences) {
            return true;
        }

        @Override
        String words(Wish wish, Places places, Licences licences) {
            return wish.pinnedService() == null
                    ? "No running service of " + wish.algoDefCode() + " in this organisation has room."
                    : "Service " + wish.pinnedService() + " does not run " + wish.algoDefCode() + " or has no room.";
        }
    };

    /** The first that holds, from the top, is the one that is told. */
    private static final List<Obstacle> RULES = List.of(values());

    /** What the instance, which has no place, is kept by. */
    static Obstacle of(Wish wish, Places places, Licences licences) {
        return RULES.stream()
                .filter(rule -> rule.holds(wish, places, licences))
                .findFirst()
                .orElseThrow();
    }

    abstract boolean holds(Wish wish, Places places, Licences licences);

    abstract String words(Wish wish, Places places, Licences licences);
}
