package org.computility.identity.registration;

/**
 * Somebody asks for an account.
 *
 * @param organisation the name of the organisation that the applicant works for, as the applicant writes it
 * @param purpose null where it is not told
 * @param contact null where it is not told
 */
public record NewRegistration(String username, String password, String organisation, String purpose, String contact) {

    /** Without the password. */
    @Override
    public String toString() {
        return "NewRegistration[" + username + "]";
    }
}
