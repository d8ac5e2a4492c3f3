package org.computility.licensing.online;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.shared.StandardTime;

/**
 * An authorization server (T/BAX 0006.5 table D.1).
 *
 * @param server one or several {@code IP:Port}, between commas
 * @param isDefault whether services of the provider get its address; exactly one server of a provider has it
 */
public record AuthServerView(
        @JsonbProperty("ID") int number,
        @JsonbProperty("Server") String server,
        @JsonbProperty("Provider") String provider,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant createdAt,

        @JsonbProperty("Default") boolean isDefault) {}
