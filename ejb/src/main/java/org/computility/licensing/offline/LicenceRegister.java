package org.computility.licensing.offline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.licensing.offline.LicenceFiles.AbilityRow;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/** The licence files of an organisation (T/BAX 0006.5 E.2 to E.4); their bytes come in through {@link LicenceImport}. */
@Stateless
public class LicenceRegister {

    @Inject
    LicenceFiles files;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Enters a file whose bytes are already in the store, and answers its number. A licence that is there already is not entered
     * again, since its quota would count twice: the answer is the number that it has. It is there where the organisation has a
     * file of the same bytes, provider, device and abilities.
     */
    public int enter(NewLicence said, StoredContent content, Caller owner) {
        UUID organisation = owner.organisationId();
        files.lock(organisation, content.sha256());
        return files.alike(organisation, content.sha256(), said.provider(), said.deviceId()).stream()
                .map(LicenceFile::number)
                .filter(number -> allows(number, said.abilities()))
                .findFirst()
                .orElseGet(
                        () -> insert(LicenceFile.of(said, content, organisation, clock.instant()), said.abilities()));
    }

    /**
     * Deletes a file (E.2). Services that were loaded with it go on; a link to it opens nothing any more.
     *
     * @throws NotFound {@code licence-file-unknown}
     */
    public void delete(long number) {
        LicenceFile file = found(number, caller.require(Role.PUBLISHERS).scope());
        // Whoever imports the same now waits, and enters it anew.
        files.lock(file.organisationId(), file.content().sha256());
        files.session().delete(file);
    }

    /** The files that a search asks for (E.3), the newest first. */
    public List<LicenceFileView> search(LicenceSearch search) {
        return views(files.search(search, caller.require(Role.READERS).scope()));
    }

    /**
     * One file (E.4).
     *
     * @throws NotFound {@code licence-file-unknown}
     */
    public LicenceFileView get(long number) {
        return views(List.of(found(number, caller.require(Role.READERS).scope())))
                .get(0);
    }

    /**
     * The number of the file that a service of the provider on this compute gets (clause 4.3.2, step 2): the newest that is for
     * this device, else the newest that is for every device.
     */
    public Optional<Integer> fileFor(UUID organisationId, String provider, String deviceId) {
        return files.forDevice(organisationId, provider, deviceId).map(LicenceFile::number);
    }

    /** Whether there still is a file of that number. */
    public boolean exists(int number) {
        return files.find(number, null).isPresent();
    }

    /** Where the bytes of a file lie in the content store, or 404. */
    public StoredContent content(int number) {
        return found(number, null).content();
    }

    /** Which of these contents, by their SHA-256, are the bytes of a licence file. */
    public Set<String> contentsAmong(Collection<String> sha256s) {
        return Set.copyOf(files.contentsAmong(sha256s.toArray(new String[0])));
    }

    /** Exactly these abilities, in whatever order. */
    private boolean allows(int number, List<AbilityQuota> abilities) {
        return files.abilitiesOf(new Integer[] {number}).stream()
                .map(AbilityRow::ability)
                .collect(toSet())
                .equals(Set.copyOf(abilities));
    }

    private int insert(LicenceFile file, List<AbilityQuota> abilities) {
        files.session().insert(file);
        if (!abilities.isEmpty()) {
            files.allow(file.number(), abilities);
        }
        return file.number();
    }

    private LicenceFile found(long number, UUID organisationId) {
        return Optional.of(number)
                .filter(any -> any <= Integer.MAX_VALUE)
                .flatMap(any -> files.find(any.intValue(), organisationId))
                .orElseThrow(() -> new NotFound(
                        "licence-file-unknown", new Member("id"), "There is no licence file " + number + "."));
    }

    private List<LicenceFileView> views(List<LicenceFile> found) {
        Integer[] numbers = found.stream().map(LicenceFile::number).toArray(Integer[]::new);
        Map<Integer, List<AbilityQuota>> abilities = files.abilitiesOf(numbers).stream()
                .collect(groupingBy(AbilityRow::licenceNumber, mapping(AbilityRow::ability, toList())));
        return found.stream()
                .map(file -> file.view(abilities.getOrDefault(file.number(), List.of())))
                .toList();
    }
}
