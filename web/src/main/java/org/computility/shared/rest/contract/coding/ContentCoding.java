package org.computility.shared.rest.contract.coding;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.computility.shared.Rejected;

/** Bodies that their sender compressed: gzip is decoded, any other {@code Content-Encoding} is answered 415. */
public final class ContentCoding {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private ContentCoding() {}

    /** The body without its coding, at most so many bytes of it. */
    public static byte[] decoded(ContainerRequestContext call, int most) throws IOException {
        String coding = of(call);
        if (coding.isEmpty()) {
            return call.getEntityStream().readNBytes(most);
        }
        if (!GZIP.contains(coding)) {
            throw new WebApplicationException(415);
        }
        call.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        return unzipped(call.getEntityStream(), most);
    }

    /** Refuses a body with any coding. */
    public static void refuse(ContainerRequestContext call) {
        if (!of(call).isEmpty() && call.hasEntity()) {
            throw new WebApplicationException(415);
        }
    }

    private static byte[] unzipped(InputStream body, int most) throws IOException {
        try (InputStream plain = new GZIPInputStream(body)) {
            return plain.readNBytes(most);
        } catch (ZipException | EOFException e) {
            throw new Rejected("body-not-json", "The body is not gzip, as its Content-Encoding says.");
        }
    }

    private static String of(ContainerRequestContext call) {
        String header = call.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        String coding = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return coding.equals("identity") ? "" : coding;
    }
}
