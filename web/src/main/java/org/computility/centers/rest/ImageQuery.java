package org.computility.centers.rest;

import jakarta.ws.rs.QueryParam;
import org.computility.centers.catalogue.ImageSearch;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.Parameters;

/** What finds images (T/AI 123.8 table A.20); a {@code @BeanParam}. */
public class ImageQuery {

    @QueryParam("centerId")
    private String centerId;

    @QueryParam("processor")
    private String processor;

    @QueryParam("framework")
    private String framework;

    @QueryParam("createAfter")
    private String createAfter;

    @QueryParam("createBefore")
    private String createBefore;

    ImageSearch search(PageRequest page) {
        return new ImageSearch(
                Parameters.text(centerId),
                Parameters.text(processor),
                Parameters.text(framework),
                StandardTime.parse("createAfter", createAfter),
                StandardTime.parseEnd("createBefore", createBefore),
                page);
    }
}
