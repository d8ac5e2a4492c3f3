package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/** Services found (T/BAX 0006.5 table F.12). */
public record ServicePage(
        @JsonbProperty("Records") List<ServiceView> records,
        @JsonbProperty("PageNumber") int number,
        @JsonbProperty("PageSize") int size,
        @JsonbProperty("TotalSize") long total) {}
