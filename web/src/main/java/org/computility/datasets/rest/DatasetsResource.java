package org.computility.datasets.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.datasets.catalogue.DataSetUpload;
import org.computility.datasets.catalogue.NewDataSet;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.shared.rest.files.FormParts;

/** Data sets (T/AI 123.8 A.6, A.7). */
@InFamily(Family.NETWORK)
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
public class DatasetsResource {

    @Inject
    private DataSetCatalogue catalogue;

    @Inject
    private DataSetUpload uploads;

    @GET
    public DatasetList list(@BeanParam DatasetQuery query) {
        return DatasetList.of(catalogue.page(query.text(), query.request()));
    }

    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Audited({"data set {answer.id}", "data set"})
    public DatasetAnswer upload(List<EntityPart> parts) throws IOException {
        DatasetForm form = new DatasetForm(new FormParts(parts));
        NewDataSet said = form.said();
        try (InputStream file = form.file()) {
            return new DatasetAnswer(uploads.upload(said, file));
        }
    }
}
