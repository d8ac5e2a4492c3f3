package org.computility.licensing.online;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.licensing.online.ProviderServers.Wish;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/**
 * The authorization servers of an organisation (T/BAX 0006.5 D.1 to D.5). As soon as a provider has one, exactly one is the
 * default: see {@link ProviderServers}.
 */
@Stateless
public class AuthServers {

    @Inject
    AuthorizationServers servers;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Registers a server (D.1) and answers its number.
     *
     * @throws Rejected {@code auth-server-address-invalid}
     */
    public int register(NewAuthServer wanted) {
        UUID organisation = caller.require(Role.PUBLISHERS).organisationId();
        NewAuthServer checked =
                new NewAuthServer(ServerAddresses.checked(wanted.server()), wanted.provider(), wanted.isDefault());
        servers.lock(organisation);
        AuthorizationServer server = AuthorizationServer.register(checked, organisation, clock.instant());
        servers.session().insert(server);
        settle(server, new Wish(server.number(), wanted.isDefault()));
        return server.number();
    }

    /**
     * Changes a server (D.3).
     *
     * @throws NotFound {@code auth-server-unknown}
     * @throws Rejected {@code auth-server-address-invalid}
     */
    public void change(long number, AuthServerChange change) {
        String addresses = ServerAddresses.checked(change.server());
        AuthorizationServer server = locked(number, caller.require(Role.PUBLISHERS));
        String before = server.provider();
        server.change(new AuthServerChange(addresses, change.provider(), change.isDefault()));
        servers.session().update(server);
        settle(server, new Wish(server.number(), change.isDefault()));
        if (!server.provider().equals(before)) {
            new ProviderServers(servers).settle(server.organisationId(), before, Wish.NONE);
        }
    }

    /**
     * Deletes a server (D.2). Services that were loaded with its address go on with it.
     *
     * @throws NotFound {@code auth-server-unknown}
     */
    public void delete(long number) {
        AuthorizationServer server = locked(number, caller.require(Role.PUBLISHERS));
        servers.session().delete(server);
        settle(server, Wish.NONE);
    }

    /** The servers that a search asks for (D.4), the newest first. */
    public List<AuthServerView> search(AuthServerSearch search) {
        return servers.search(search, caller.require(Role.READERS).scope()).stream()
                .map(AuthorizationServer::view)
                .toList();
    }

    /**
     * One server (D.5).
     *
     * @throws NotFound {@code auth-server-unknown}
     */
    public AuthServerView get(long number) {
        return found(number, caller.require(Role.READERS)).view();
    }

    /**
     * What {@code AUTH_SERVER_ADDR} of a service holds (clause 4.3.1, step 2): the addresses of the provider's default server, or
     * as many of them as fit in the 128 characters of table F.7. Empty where the organisation has no server of the provider.
     */
    public Optional<String> addressFor(UUID organisationId, String provider) {
        return defaultServer(organisationId, provider).map(ServerAddresses::forVariable);
    }

    /** All addresses of the provider's default server, with commas between. Empty where the organisation has no server of the provider. */
    public Optional<String> defaultServer(UUID organisationId, String provider) {
        return servers.defaultOf(organisationId, provider).map(AuthorizationServer::server);
    }

    private void settle(AuthorizationServer server, Wish wish) {
        new ProviderServers(servers).settle(server.organisationId(), server.provider(), wish);
    }

    // Read twice: who waited for the lock must see what the one before did.
    private AuthorizationServer locked(long number, Caller publisher) {
        servers.lock(found(number, publisher).organisationId());
        return found(number, publisher);
    }

    private AuthorizationServer found(long number, Caller reader) {
        return Optional.of(number)
                .filter(any -> any <= Integer.MAX_VALUE)
                .flatMap(any -> servers.find(any.intValue(), reader.scope()))
                .orElseThrow(() -> new NotFound(
                        "auth-server-unknown", new Member("id"), "There is no authorization server " + number + "."));
    }
}
