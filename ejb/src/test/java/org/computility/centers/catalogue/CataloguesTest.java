package org.computility.centers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.centers.registration.RegistrationForTests.NOW;
import static org.computility.centers.registration.RegistrationForTests.center;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.computility.centers.registration.NewCenter;
import org.computility.centers.registration.RegistrationForTests;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs and images over a database. */
class CataloguesTest {

    private final MarketForTests database = new MarketForTests();
    private final SpecCatalogue specs = new SpecCatalogue();
    private final ImageCatalogue images = new ImageCatalogue();

    private static final ImageSearch ALL = new ImageSearch(null, null, null, null, null, PageRequest.FIRST);

    @TempDir
    Path folder;

    private RegistrationForTests room;

    @BeforeEach
    void assemble() {
        room = new RegistrationForTests(database, folder);
        specs.specs = new Specs_(database.sessions.current());
        specs.needs = room.needs;
        specs.caller = database.caller;
        specs.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        images.images = new Images_(database.sessions.current());
        images.centers = room.registration;
        images.registered = room.registered;
        images.needs = room.needs;
        images.caller = database.caller;
        images.clock = specs.clock;
        database.open("admin", database.organisation(), Role.ADMINISTRATOR);
        database.open("operator", database.organisation(), Role.OPERATOR);
        database.open("user", database.organisation(), Role.CONSUMER);
        database.be("admin");
        database.sessions.commit(() -> room.registration.register(center("here")));
        database.sessions.commit(() -> room.registration.register(center("there")));
    }

    @Test
    void aSpecIsOfferedRenamedAndWithdrawn() {
        SpecProcessor processor = new SpecProcessor("NPU", "", 2, 0);
        SpecView offered = offer(new NewSpec("s", "S", "ARM", 4, 1024, processor));
        assertThat(specs.find("s")).contains(offered);
        assertThat(offered.processor()).isEqualTo(processor);
        assertThat(offer(new NewSpec(null, "T", "ARM", 4, 1024, null)).id()).hasSize(36);
        refused("spec-exists", () -> specs.offer(new NewSpec("s", "S", "ARM", 4, 1024, null)));
        assertThat(specs.find(List.of("s", "nothing"))).hasSize(1);

        assertThat(database.sessions.commit(() -> specs.rename("s", "Other")).name())
                .isEqualTo("Other");
        room.needs.needed.add("s");
        refused("spec-in-use", () -> specs.withdraw("s"));
        room.needs.needed.clear();
        database.sessions.commit(() -> specs.withdraw("s"));
        refused("spec-unknown", () -> specs.get("s"));
    }

    @Test
    void onlyOperatorsWrite() {
        database.be("user");

        refused("role-missing", () -> specs.offer(new NewSpec("s", "S", "ARM", 4, 1024, null)));
        refused("role-missing", () -> specs.withdraw("s"));
        refused("role-missing", () -> images.offer(image("i", null, null, NOW)));
        refused("role-missing", () -> images.withdraw("i"));
    }

    @Test
    void anImageIsChangedAndHidesItsPlaceFromUsers() {
        ImageView offered = offer(image("i", "here", "/images/i", NOW));
        assertThat(offered.location()).isEqualTo("/images/i");
        assertThat(offered.command()).isNull();
        refused("job-image-exists", () -> images.offer(image("i", null, null, NOW)));

        ImageChange change = new ImageChange(null, "", null, "date", null, null, null, null, List.of("python"));
        ImageView changed = database.sessions.commit(() -> images.change("i", change));

        assertThat(changed.command()).isEqualTo("date");
        assertThat(changed.location()).isEqualTo("/images/i");
        assertThat(changed.installedLib()).containsExactly("python");
        database.be("user");
        assertThat(images.get("i").location()).isNull();
        database.be("operator");
        refused("center-foreign", () -> images.change("i", change));
        refused("center-foreign", () -> images.withdraw("i"));
        refused("role-missing", () -> images.offer(image("j", null, "/images/j", NOW)));
        assertThat(images.get("i").location()).as("of another's center").isNull();
        assertThat(images.page(ALL).content()).extracting(ImageView::location).containsOnlyNulls();
    }

    @Test
    void whoRunsACenterKeepsItsImagesAndNoOthers() {
        refused("role-missing", () -> offeredBy("operator", image("every", null, null, NOW)));
        refused("center-foreign", () -> offeredBy("operator", image("foreign", "here", null, NOW)));
        refused("center-unknown", () -> offeredBy("operator", image("nowhere", "nowhere", null, NOW)));
        database.be("admin");
        offer(image("every", null, null, NOW));
        ImageChange change = new ImageChange(null, null, null, "date", null, null, null, null, null);
        database.be("operator");
        refused("role-missing", () -> images.change("every", change));
        refused("role-missing", () -> images.withdraw("every"));

        database.open("runner", database.organisation(), Role.OPERATOR);
        database.be("runner");
        database.sessions.commit(() -> room.registration.register(new NewCenter(
                "mine",
                "Mine",
                null,
                null,
                null,
                null,
                "kubernetes:https://127.0.0.1:6443?namespace=jobs",
                null,
                "t")));
        offer(image("own", "mine", "registry.example.org/train:1.2", NOW));

        assertThat(images.get("own").location()).isEqualTo("registry.example.org/train:1.2");
        assertThat(images.page(ALL).content())
                .extracting(ImageView::location)
                .contains("registry.example.org/train:1.2");
        database.sessions.commit(() -> images.withdraw("own"));
    }

    @Test
    void imagesAreFoundByCenterAndTime() {
        offer(image("a", null, null, NOW));
        offer(image("b", "here", "/images/b", NOW.plusSeconds(60)));
        offer(image("c", "there", "/images/c", NOW.plusSeconds(120)));

        assertThat(ids("here", null, null)).containsExactly("b", "a");
        assertThat(ids(null, NOW.plusSeconds(60), null)).containsExactly("c", "b");
        assertThat(ids(null, null, NOW.plusSeconds(60))).containsExactly("a");
        refused("center-unknown", () -> ids("nowhere", null, null));
        refused("period-reversed", () -> ids(null, NOW, NOW));
    }

    @Test
    void imagesGoWithTheirCenter() {
        offer(image("b", "here", "/images/b", NOW));
        room.needs.needed.add("b");
        refused("job-image-in-use", () -> images.withdraw("b"));

        database.sessions.commit(() -> room.registration.remove("here", false));

        assertThat(images.find("b")).isEmpty();
    }

    private void offeredBy(String username, NewImage image) {
        database.be(username);
        images.offer(image);
    }

    private List<String> ids(String centerId, Instant from, Instant before) {
        PageRequest page = new PageRequest(1, 50, List.of(new PageRequest.Order("createTime", true)));
        return images.page(new ImageSearch(centerId, null, null, from, before, page)).content().stream()
                .map(ImageView::id)
                .toList();
    }

    private static NewImage image(String id, String centerId, String location, Instant made) {
        return new NewImage(id, "I", "said", centerId, location, null, null, null, null, null, made, null);
    }

    private SpecView offer(NewSpec spec) {
        return database.sessions.commit(() -> specs.offer(spec));
    }

    private ImageView offer(NewImage image) {
        return database.sessions.commit(() -> images.offer(image));
    }

    private void refused(String code, Runnable story) {
        assertThatThrownBy(() -> database.sessions.commit(story))
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
