package org.computility.planning.drafts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Names of instances: each has a number and a UUID, and either finds it. */
public record InstanceIds(List<Long> numbers, List<UUID> uuids) {

    public InstanceIds {
        numbers = List.copyOf(numbers);
        uuids = List.copyOf(uuids);
    }

    /** One or more by their UUIDs. */
    public static InstanceIds of(UUID... uuids) {
        return new InstanceIds(List.of(), List.of(uuids));
    }

    /** Whether the instance with this number and this UUID is among the named. */
    public boolean names(long number, UUID id) {
        return numbers.contains(number) || uuids.contains(id);
    }

    /** Whether all names are of the instance with this number and this UUID. */
    public boolean nameOnly(long number, UUID id) {
        return numbers.stream().allMatch(one -> one == number) && uuids.stream().allMatch(id::equals);
    }

    /** The first of them, as it is named. */
    public Object first() {
        return firstBeside(Set.of(), Set.of());
    }

    /** The first of them that is not among these numbers and UUIDs, as it is named; null when all are. */
    public Object firstBeside(Set<Long> knownNumbers, Set<UUID> knownUuids) {
        return Stream.concat(
                        numbers.stream().filter(number -> !knownNumbers.contains(number)),
                        uuids.stream().filter(id -> !knownUuids.contains(id)))
                .findFirst()
                .orElse(null);
    }
}
