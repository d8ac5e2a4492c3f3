package org.computility.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.identity.passwords.SentPasswords;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The platform's public keys. */
@Open
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/crypto")
@Produces(MediaType.APPLICATION_JSON)
public class CryptoResource {

    @Inject
    private SentPasswords passwords;

    /**
     * What a password is encrypted with before it is sent as {@code SM2:} and hexadecimal.
     *
     * @param publicKey hexadecimal, an uncompressed point
     */
    public record PasswordKey(String algorithm, String curve, String mode, String publicKey) {}

    @GET
    @Path("sm2")
    public PasswordKey passwordKey() {
        return new PasswordKey("SM2", "sm2p256v1", "C1C3C2", passwords.publicKey());
    }
}
