package org.computility.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.algorithms.SomePackages.NOON;
import static org.computility.algorithms.SomePackages.NORTH;
import static org.computility.algorithms.SomePackages.SOUTH;
import static org.computility.algorithms.SomePackages.caller;
import static org.computility.algorithms.SomePackages.described;
import static org.computility.algorithms.SomePackages.id;

import java.time.Instant;
import java.util.List;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.PackageChanging;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackageEntryTest {

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Caller NORTHERNER = caller(NORTH, Role.OPERATOR);

    private final Catalogue catalogue = new Catalogue();
    private final FakeEvent<PackageChanging> changing = catalogue.changing;

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void aNewPackageIsEnteredWithItsCapabilitiesUntested() {
        catalogue.enter(described(1, "Motion", "A-ALERT", "B"), "x", NORTHERNER);

        PackageView entered = catalogue.view(1);
        assertThat(entered.env())
                .containsExactly(
                        new PackageView.Env("LOG_LEVEL", "info", false), new PackageView.Env("AUTH", null, true));
        assertThat(entered.accelerators()).containsExactly("CPU", "NVIDIA-T4");
        assertThat(entered.streamsPerReplica()).isEqualTo(4);
        assertThat(entered.capabilities()).extracting(CapabilityView::code).containsExactly("A-ALERT", "B");
        assertThat(entered.loadable()).isFalse();
        assertThat(changing.news()).isEmpty();
    }

    @Test
    void theSameBytesAgainKeepTheStatusAndOtherBytesAreUntestedAnew() {
        catalogue.enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);
        catalogue.move("A", CapabilityStatus.APPLYING);

        catalogue.enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);
        assertThat(catalogue.view(1).capabilities().get(0).status()).isEqualTo(CapabilityStatus.APPLYING);

        catalogue.enter(described(1, "Movement", "A", "C"), "y", NORTHERNER);
        assertThat(catalogue.view(1).name()).isEqualTo("Movement");
        assertThat(catalogue.view(1).capabilities())
                .extracting(CapabilityView::code, CapabilityView::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", CapabilityStatus.UNTESTED),
                        org.assertj.core.groups.Tuple.tuple("C", CapabilityStatus.UNTESTED));
        assertThat(changing.news()).containsExactly(new PackageChanging(id(1)), new PackageChanging(id(1)));
    }

    @Test
    void aPackageInUseStaysAsItIs() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        changing.veto = new Conflict("package-in-use", "A service runs.");

        assertThatThrownBy(() -> catalogue.enter(described(1, "Other", "A"), "y", NORTHERNER))
                .extracting("code")
                .isEqualTo("package-in-use");

        assertThat(catalogue.view(1).name()).isEqualTo("Motion");
    }

    @Test
    void aCapabilityMovesToThePackageThatBringsItAnew() {
        catalogue.enter(described(1, "Motion", "A", "C"), "x", NORTHERNER);
        catalogue.move("A", CapabilityStatus.APPLYING);

        catalogue.enter(described(2, "Other", "B", "A"), "y", NORTHERNER, LATER);

        assertThat(catalogue.view(1).capabilities())
                .extracting(CapabilityView::code)
                .containsExactly("C");
        assertThat(catalogue.view(2).capabilities())
                .extracting(CapabilityView::code)
                .containsExactly("A", "B");
        AlgoDefView moved = catalogue.capability("A").detailed();
        assertThat(moved.source()).isEqualTo(id(2));
        assertThat(moved.status()).isEqualTo("UNTESTED");
        assertThat(moved.createdDate()).isEqualTo(NOON);
        assertThat(moved.lastModifiedDate()).isEqualTo(LATER);
        assertThat(changing.news()).containsExactly(new PackageChanging(id(1)));
    }

    @Test
    void aCapabilityComesBackWithItsFormerPackageUntested() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Other", "A"), "y", NORTHERNER);
        assertThat(catalogue.view(1).loadable()).isFalse();
        catalogue.move("A", CapabilityStatus.APPLYING);

        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);

        assertThat(catalogue.view(1).capabilities())
                .extracting(CapabilityView::status)
                .containsExactly(CapabilityStatus.UNTESTED);
        assertThat(catalogue.view(2).capabilities()).isEmpty();
    }

    @Test
    void aCapabilityOfAPackageInUseStaysThere() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        changing.veto = new Conflict("package-in-use", "A service runs.");

        assertThatThrownBy(() -> catalogue.enter(described(2, "Other", "B", "A"), "y", NORTHERNER))
                .extracting("code")
                .isEqualTo("package-in-use");

        assertThat(catalogue.view(1).capabilities())
                .extracting(CapabilityView::code)
                .containsExactly("A");
        AlgorithmPackage second = catalogue.in(entities -> entities.find(AlgorithmPackage.class, id(2)));
        assertThat(second).isNull();
    }

    @Test
    void anotherOrganisationsCapabilityIsTaken() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);

        for (Caller stranger : List.of(caller(SOUTH, Role.PROVIDER), caller(SOUTH, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> catalogue.enter(described(2, "Other", "B", "A"), "y", stranger))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("A")
                    .extracting("code")
                    .isEqualTo("capability-taken");
        }
        assertThat(changing.news()).isEmpty();
    }

    @Test
    void aReplacedPackageKeepsTheTimeOfItsCreation() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);

        catalogue.enter(described(1, "Motion", "A"), "y", NORTHERNER, LATER);

        assertThat(catalogue.view(1).createdAt()).isEqualTo(NOON);
    }

    @Test
    void servicesThatGoWithAPackageAreHandedOn() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        AbandonedService broken = new AbandonedService("11010800005050000001", "s");
        changing.answer = event -> event.abandoned().add(broken);

        List<AbandonedService> abandoned = catalogue.enter(described(2, "Other", "A"), "y", NORTHERNER);

        assertThat(abandoned).containsExactly(broken);
    }

    @Test
    void anotherOrganisationsPackageIsNotReplaced() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);

        assertThatThrownBy(() -> catalogue.enter(described(1, "Mine", "A"), "y", caller(SOUTH, Role.PROVIDER)))
                .extracting("code")
                .isEqualTo("package-owned-elsewhere");
    }
}
