package org.computility.serving.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.serving.ServiceView;
import org.computility.shared.Page;

/** Services found (T/BAX 0006.5 table F.12). */
public record ServiceList(
        @JsonbProperty("Records") List<ServiceView> records,
        @JsonbProperty("PageNumber") int number,
        @JsonbProperty("PageSize") int size,
        @JsonbProperty("TotalSize") long total) {

    static ServiceList of(Page<ServiceView> page) {
        return new ServiceList(
                page.content(), page.request().number(), page.request().size(), page.total());
    }
}
