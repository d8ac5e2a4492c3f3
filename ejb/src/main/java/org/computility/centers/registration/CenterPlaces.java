package org.computility.centers.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.PlatformConfig;
import org.computility.shared.Rejected;

/** Where centers may be beside each other and beside the platform, and when one may move. */
@ApplicationScoped
class CenterPlaces {

    private static final Member LOCATION = new Member("location");

    @Inject
    Centers centers;

    @Inject
    @Any
    Instance<CenterNeeds> needs;

    /** Null: that of this server's settings. */
    Path dataDirectory;

    /**
     * Refuses a folder of jobs that is the platform's, or another center's: {@code member-invalid}. Centers of one Slurm cluster may
     * share a folder, for all that lies in it has its own name.
     *
     * @param id of the center that shall be there
     */
    void checkFolder(String id, String location) {
        Optional<Path> folder = folder(location);
        if (folder.isEmpty()) {
            return;
        }
        boolean ours = CenterKind.of(location) == CenterKind.PROCESS;
        Set<Path> names = names(folder.get(), ours);
        if (overlap(names, names(data(), true))) {
            throw invalid(
                    "{member} lies in the platform's own data folder, or holds it: jobs have a folder beside it.");
        }
        for (Center other : centers.all()) {
            String there = other.address().location();
            boolean shared = !ours && CenterKind.of(there) != CenterKind.PROCESS;
            if (!other.address().id().equals(id)
                    && !shared
                    && folder(there)
                            .filter(taken -> overlap(names, names(taken, CenterKind.of(there) == CenterKind.PROCESS)))
                            .isPresent()) {
                throw invalid("{member} is in the folder of center "
                        + other.address().id() + ", or holds it: each center has a folder of its own.");
            }
        }
    }

    private Path data() {
        return dataDirectory == null ? PlatformConfig.current().dataDirectory() : dataDirectory;
    }

    private static boolean overlap(Set<Path> some, Set<Path> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> one.startsWith(other) || other.startsWith(one)));
    }

    /** As it is written and, on this machine, as it is behind all links; a shared folder may hang, and is not looked at. */
    private static Set<Path> names(Path folder, boolean here) {
        Path plain = folder.toAbsolutePath().normalize();
        Set<Path> names = new HashSet<>(List.of(plain));
        if (here) {
            names.add(real(plain));
        }
        return names;
    }

    // What is not there yet will be made below what is.
    private static Path real(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(folder)).normalize();
        } catch (IOException e) {
            // Nobody may look into it: what cannot be used is told by the first look at the center.
            return folder;
        }
    }

    /**
     * Refuses to move a center to where what runs there could be asked for, and ended, no more.
     *
     * @throws Conflict {@code center-in-use}
     */
    void checkMove(CenterAddress now, String place, String username) {
        boolean moves = !cluster(now.location(), now.username()).equals(cluster(place, username));
        if (moves && needs.stream().anyMatch(room -> room.runsAt(now.id()))) {
            throw new Conflict(
                    "center-in-use",
                    LOCATION,
                    "Jobs run at center " + now.id()
                            + ", and {member} leads to another place, where nobody could ask for them, or"
                            + " end them: wait for their end, stop them, or register the other place as a center of its own.");
        }
        boolean closes = CenterKind.of(now.location()).runsServices(now.location())
                && !CenterKind.of(place).runsServices(place);
        if (closes && needs.stream().anyMatch(room -> room.needsServices(now.id()))) {
            throw new Conflict(
                    "center-in-use",
                    LOCATION,
                    "Services run at center " + now.id()
                            + ", which {member} would not reach any more: stop them first.");
        }
    }

    /** The folder of the jobs of a center of this machine, or of Slurm; empty for other kinds. */
    private static Optional<Path> folder(String location) {
        return switch (CenterKind.of(location)) {
            case PROCESS -> Optional.of(Path.of(CenterKind.uri(location).getSchemeSpecificPart()));
            case SLURM ->
                CenterKind.pairs(CenterKind.url(location))
                        .filter(pair -> pair[0].equals("folder"))
                        .map(pair -> Path.of(pair[1]))
                        .findFirst();
            case KUBERNETES -> Optional.empty();
        };
    }

    /** What must stay the same while jobs run there: where their runtime is, as whom it is called, and where in it they lie. */
    private static List<String> cluster(String location, String username) {
        CenterKind kind = CenterKind.of(location);
        if (kind == CenterKind.PROCESS) {
            return List.of(
                    kind.name(), folder(location).orElseThrow().normalize().toString());
        }
        URI called = CenterKind.uri(CenterKind.url(location));
        Stream<String> where = CenterKind.pairs(CenterKind.url(location))
                .filter(pair -> Set.of("namespace", "claim", "folder").contains(pair[0]))
                .map(pair -> String.join("=", pair))
                .filter(pair -> !pair.equals("namespace=default"))
                .sorted();
        String path = called.getRawPath().replaceAll("/+$", "");
        String who = kind == CenterKind.SLURM ? String.valueOf(username) : "";
        return Stream.concat(
                        Stream.of(kind.name(), called.getRawAuthority().toLowerCase(Locale.ROOT) + path, who), where)
                .toList();
    }

    private static Rejected invalid(String message) {
        return new Rejected("member-invalid", LOCATION, message);
    }
}
