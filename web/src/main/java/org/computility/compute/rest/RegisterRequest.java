package org.computility.compute.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.compute.NewNode;

/**
 * T/BAX 0006.5 table B.1.
 *
 * @param ip where the compute's own API listens, dotted
 * @param password as sent: plain, or {@code SM2:} and the hexadecimal ciphertext
 * @param supportAlgoService null means true
 */
public record RegisterRequest(
        @JsonbProperty("Code") String code,
        @JsonbProperty("Type") String type,
        @JsonbProperty("IP") String ip,
        @JsonbProperty("Port") int port,
        @JsonbProperty("Username") String username,
        @JsonbProperty("Password") String password,
        @JsonbProperty("SupportAlgoService") Boolean supportAlgoService) {

    NewNode node() {
        return new NewNode(code, type, ip, port, username, password, !Boolean.FALSE.equals(supportAlgoService));
    }

    @Override
    public String toString() {
        return "RegisterRequest[" + code + "]";
    }
}
