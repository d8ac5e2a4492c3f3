package org.computility.jobs.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.identity.accounts.OrganisationView;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.PlacementRules;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueSharingTest {

    private static final PageRequest PAGE = new PageRequest(1, 20, List.of());

    private final MarketForTests world = new MarketForTests();
    private final UUID one = world.organisation();
    private final UUID two = world.organisation();
    private final QueueSharing sharing = new QueueSharing();
    private final ShareRules rules = new ShareRules();

    @BeforeEach
    void assemble() {
        sharing.shares = new QueueShares_(world.sessions.current());
        sharing.caller = world.caller;
        sharing.clock = new HandClock();
        sharing.organisations = new OrganisationAdministration() {
            @Override
            public OrganisationView get(UUID id) {
                if (!id.equals(one) && !id.equals(two)) {
                    throw new NotFound("organisation-unknown", "No such organisation.");
                }
                return new OrganisationView(id, "one", Instant.EPOCH);
            }
        };
        rules.shares = sharing.shares;
        world.open("administrator", world.organisation(), Role.ADMINISTRATOR);
        world.open("operator", one, Role.OPERATOR);
        world.open("consumer", one, Role.CONSUMER);
        world.be("administrator");
    }

    @Test
    void whatIsSetIsTheRuleFromThenOn() {
        set(one, new NewShare(2, new Quota(4L, null, 0L)));
        set(two, new NewShare(3, null));

        PlacementRules.Share share = current().of(one);
        assertThat(share.weight()).isEqualTo(2);
        assertThat(new Amount(4, 1L << 50, 0).fitsInto(share.quota()))
                .as("memory is not bound")
                .isTrue();
        assertThat(new Amount(5, 1, 0).fitsInto(share.quota())).isFalse();
        assertThat(new Amount(1, 1, 1).fitsInto(share.quota())).isFalse();
        assertThat(current().of(two)).isEqualTo(new PlacementRules.Share(3, null));
        assertThat(current().of(UUID.randomUUID())).isEqualTo(PlacementRules.Share.EQUAL);
    }

    @Test
    void whatIsSetAgainReplacesWhatWas() {
        set(one, new NewShare(2, new Quota(4L, 1L << 30, 0L)));
        ShareView again = set(one, new NewShare(null, new Quota(null, null, null)));

        assertThat(again.weight()).isEqualTo(1);
        assertThat(again.quota()).isNull();
        assertThat(current().of(one)).isEqualTo(PlacementRules.Share.EQUAL);
    }

    @Test
    void whatIsRemovedIsGone() {
        set(one, new NewShare(2, null));
        world.sessions.commit(() -> sharing.remove(one));

        assertThat(current().of(one)).isEqualTo(PlacementRules.Share.EQUAL);
        assertThatThrownBy(() -> world.sessions.commit(() -> sharing.remove(one)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> set(UUID.randomUUID(), new NewShare(1, null))).isInstanceOf(NotFound.class);
    }

    @Test
    void administratorsSetAndWatchersSeeTheirOwn() {
        set(one, new NewShare(2, null));
        set(two, new NewShare(3, null));
        assertThat(sharing.page(PAGE).content()).hasSize(2);

        world.be("operator");
        assertThat(sharing.page(PAGE).content())
                .extracting(ShareView::organisationId)
                .containsExactly(one);
        assertThatThrownBy(() -> set(one, new NewShare(9, null))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> world.sessions.commit(() -> sharing.remove(one)))
                .isInstanceOf(Denied.class);

        world.be("consumer");
        assertThatThrownBy(() -> sharing.page(PAGE)).isInstanceOf(Denied.class);
    }

    private ShareView set(UUID organisation, NewShare wanted) {
        return world.sessions.commit(() -> sharing.set(organisation, wanted));
    }

    private PlacementRules current() {
        return rules.current();
    }
}
