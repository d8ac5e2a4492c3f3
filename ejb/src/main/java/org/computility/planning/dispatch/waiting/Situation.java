package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.placement.Spread;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.planning.quotas.Licences;

/**
 * Everything that decides whether an instance starts, at one moment.
 *
 * @param me the instance
 * @param others that are to start, too; in any order
 * @param spots in any order
 * @param licences what they admit before anybody gets a place
 */
public record Situation(Instant at, Waiter me, List<Waiter> others, List<Spot> spots, Licences licences) {

    public Situation {
        others = List.copyOf(others);
        spots = List.copyOf(spots);
    }

    /** Where nothing is licensed. */
    public Situation(Instant at, Waiter me, List<Waiter> others, List<Spot> spots) {
        this(at, me, others, spots, Licences.unlimited());
    }

    /** Whether the next turn gives the instance a place. */
    public boolean starts() {
        return spots.stream().anyMatch(spot -> spot.keepsFor(me)) && isAdmitted() || given().containsKey(me.id());
    }

    /** Who gets which place. */
    Map<UUID, Place> given() {
        return given(Stream.concat(others.stream(), Stream.of(me)), licences.copy());
    }

    /** Whether a licence that those before it leave admits the instance at some place that may run it. */
    boolean isAdmitted() {
        if (licences.isUnlimited()) {
            return true;
        }
        Licences left = licences.copy();
        given(others.stream().filter(other -> Waiter.ORDER.compare(other, me) < 0), left);
        return left.admits(me.algoDefCode())
                || spots.stream()
                        .filter(spot -> spot.isBare() || spot.suits(me))
                        .anyMatch(spot -> left.admits(me.algoDefCode(), spot.computeCode()));
    }

    /** As if nothing were licensed; without those that licences keep from starting, as they take no room. */
    Situation byRoom() {
        Licences left = licences.copy();
        Map<UUID, Place> given = given(Stream.concat(others.stream(), Stream.of(me)), left);
        List<Waiter> admitted = others.stream()
                .filter(other -> given.containsKey(other.id()) || left.admits(other.algoDefCode()))
                .toList();
        return new Situation(at, me, admitted, spots);
    }

    /** Those without a place that nothing but want of room keeps from starting, in their order. */
    List<UUID> wantingRoom() {
        Licences left = licences.copy();
        List<Wish> wishes = wishes(Stream.concat(others.stream(), Stream.of(me)));
        return Spread.wantingRoom(wishes, given(wishes, left), left).stream()
                .map(Wish::id)
                .toList();
    }

    private Map<UUID, Place> given(Stream<Waiter> waiters, Licences counting) {
        return given(wishes(waiters), counting);
    }

    private static List<Wish> wishes(Stream<Waiter> waiters) {
        return waiters.sorted(Waiter.ORDER).map(Waiter::wish).toList();
    }

    private Map<UUID, Place> given(List<Wish> wishes, Licences counting) {
        return Spread.over(
                wishes, spots.stream().filter(Spot::isOpen).map(Spot::place).toList(), counting);
    }

    Situation with(Waiter changed) {
        return new Situation(at, changed, others, spots, licences);
    }

    Situation withLicences(long more) {
        return new Situation(at, me, others, spots, licences.with(me.algoDefCode(), more));
    }

    Situation withSpots(UnaryOperator<Spot> change) {
        return new Situation(at, me, others, spots.stream().map(change).toList(), licences);
    }

    Situation withSpot(Spot more) {
        List<Spot> all = new ArrayList<>(spots);
        all.add(more);
        return new Situation(at, me, others, all, licences);
    }
}
