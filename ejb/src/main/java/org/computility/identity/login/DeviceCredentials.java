package org.computility.identity.login;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.identity.tokens.TokenAdministration;
import org.computility.shared.Unauthenticated;

/** The credential that a compute shows at registration (T/BAX 0006.5 B.1, B.4): an account with the role device. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceCredentials {

    @Inject
    Login login;

    @Inject
    private TokenAdministration tokens;

    /**
     * The device account behind the credential, with the code it registers under.
     *
     * @param password plain, or {@code SM2:} and hexadecimal C1C3C2
     * @throws Unauthenticated {@code credentials-wrong} for a wrong name, password or code, in the same words whichever it is
     * @throws org.computility.shared.Throttled after repeated failures
     */
    public Caller check(String username, String password, String computeCode) {
        KnownAccount account = login.verify(username, password, DeviceCredentials::wrong);
        if (!account.roles().contains(Role.DEVICE) || !account.mayRegister(computeCode)) {
            throw wrong();
        }
        return account.caller(computeCode);
    }

    /** What is said of a credential that does not fit, whether its code is known or not. */
    public static Unauthenticated wrong() {
        return new Unauthenticated("credentials-wrong", "Username, Password and Code do not belong together.");
    }

    /** A token for the node's keepalives and callbacks; it takes part in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public String issueToken(Caller device, String computeCode) {
        return tokens.issue(device.accountId(), computeCode).token();
    }

    /** Ends all tokens that were issued for the node; it takes part in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void revokeTokens(Caller device, String computeCode) {
        tokens.revokeOf(device, computeCode);
    }
}
