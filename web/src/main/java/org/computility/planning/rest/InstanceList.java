package org.computility.planning.rest;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.planning.InstanceView;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** Instances found (T/BAX 0006.5 table C.13). */
public record InstanceList(
        @JsonbProperty("PageContent") List<JsonObject> content,
        @JsonbProperty("TotalSize") long total,
        @JsonbProperty("PageRequest") ApiPageRequest request) {

    static InstanceList of(Page<InstanceView> found, PageRequest asked) {
        return new InstanceList(found.map(InstancePicture::listed).content(), found.total(), ApiPageRequest.of(asked));
    }
}
