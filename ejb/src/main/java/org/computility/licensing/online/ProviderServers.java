package org.computility.licensing.online;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The authorization servers of one provider, exactly one of which is the default. Where the default goes away, the oldest
 * remaining server takes its place; a lone server is the default whatever was said of it.
 */
class ProviderServers {

    /** What a call says of one server. */
    record Wish(int number, boolean isDefault) {

        static final Wish NONE = new Wish(0, true);
    }

    private final AuthorizationServers rows;

    ProviderServers(AuthorizationServers rows) {
        this.rows = rows;
    }

    /** Moves the default as wished. The organisation's servers are locked by the caller. */
    void settle(UUID organisationId, String provider, Wish wish) {
        List<AuthorizationServer> all = rows.of(organisationId, provider);
        chosen(all, wish).ifPresent(next -> moveTo(next, all));
    }

    static Optional<AuthorizationServer> chosen(List<AuthorizationServer> all, Wish wish) {
        Optional<AuthorizationServer> named =
                all.stream().filter(one -> one.is(wish.number())).findFirst();
        if (named.isPresent() && wish.isDefault()) {
            return named;
        }
        List<AuthorizationServer> others =
                all.stream().filter(one -> !one.is(wish.number())).toList();
        return others.stream()
                .filter(AuthorizationServer::isDefault)
                .findFirst()
                .or(() -> others.stream().findFirst())
                .or(() -> named);
    }

    // The old one yields first: the unique index looks at every statement.
    private void moveTo(AuthorizationServer next, List<AuthorizationServer> all) {
        for (AuthorizationServer one : all) {
            if (one.isDefault() && one != next) {
                one.yieldDefault();
                rows.session().update(one);
            }
        }
        if (!next.isDefault()) {
            next.becomeDefault();
            rows.session().update(next);
        }
    }
}
