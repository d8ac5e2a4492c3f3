package org.computility.algorithms.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.computility.algorithms.archives.PackageContent;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The bytes of a package, for nodes that show a signed link; an interrupted download goes on with {@code Range}. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/packages/{id}/content")
public class PackageContentResource {

    private static final int CHUNK = 1 << 16;

    @Inject
    private PackageContent contents;

    @GET
    @Open
    public Response download(
            @PathParam("id") String id,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        PackageContent.Content content = contents.open(id, expires, signature);
        String tag = '"' + content.sha256() + '"';
        Optional<ByteRange> wanted =
                ifRange == null || ifRange.equals(tag) ? ByteRange.read(range, content.size()) : Optional.empty();
        if (wanted.isPresent() && !wanted.get().isSatisfiable()) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", wanted.get().contentRange(content.size()))
                    // Without a body the server would put its own page there.
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("The content has " + content.size() + " bytes.")
                    .build();
        }
        ByteRange sent = wanted.orElse(new ByteRange(0, content.size()));
        Response.ResponseBuilder answer = Response.status(wanted.isPresent() ? 206 : 200)
                .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header(HttpHeaders.ETAG, tag)
                .entity((StreamingOutput) out -> send(content, sent, out));
        wanted.ifPresent(part -> answer.header("Content-Range", part.contentRange(content.size())));
        return answer.build();
    }

    private static void send(PackageContent.Content content, ByteRange range, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try (FileChannel file = FileChannel.open(content.path(), StandardOpenOption.READ)) {
            file.position(range.first());
            long left = range.length();
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, CHUNK));
                int count = file.read(buffer);
                if (count < 0) {
                    throw new IOException("The package file is shorter than it was.");
                }
                out.write(buffer.array(), 0, count);
                left -= count;
            }
        }
    }
}
