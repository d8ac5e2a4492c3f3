package org.computility.identity.registration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.computility.identity.passwords.NewPasswords;
import org.computility.identity.passwords.RequestOrigin;

/** Where anybody may ask for an account. The slow hash of the password holds neither a transaction nor a connection. */
@ApplicationScoped
public class RegistrationDesk {

    @EJB
    RegistrationAdministration registrations;

    @Inject
    NewPasswords passwords;

    @Inject
    RequestOrigin origin;

    @Inject
    Clock clock;

    private RegistrationThrottle throttle;

    @PostConstruct
    void prepare() {
        open(RegistrationConfig.current().hourly());
    }

    void open(long hourly) {
        throttle = new RegistrationThrottle(clock, hourly);
    }

    /**
     * Takes a registration; whether its user name is free is not looked at, so that nobody learns which there are.
     *
     * @throws org.computility.shared.Rejected as for any new password
     * @throws org.computility.shared.Throttled {@code registration-throttled}, {@code registrations-full} or {@code login-busy}
     */
    public RegistrationReceipt ask(NewRegistration asked) {
        String network = RequestOrigin.network(origin.address());
        throttle.spend(network);
        // Before the costly hash; counted once more when it is entered.
        registrations.requireRoom(network);
        return registrations.enter(asked, network, passwords.hashOfApplicant(asked.password()));
    }
}
