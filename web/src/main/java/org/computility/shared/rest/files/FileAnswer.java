package org.computility.shared.rest.files;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file as an answer: the whole file, or the one range that was asked for (RFC 9110 section 14), so that an
 * interrupted download can go on. The file is streamed, however large it is.
 *
 * @param size in bytes
 * @param name of exactly these bytes, such as their hash; its entity tag
 */
public record FileAnswer(Path file, long size, String name, MediaType type) {

    private static final int CHUNK = 1 << 16;

    /**
     * 200 with the file, 206 with a range of it, or 416 when it has no such range.
     *
     * @param range the header {@code Range}, or null
     * @param ifRange the header {@code If-Range}, or null; where it names other bytes than these, a range is of no use
     *     and the whole file is sent
     */
    public Response to(String range, String ifRange) {
        Optional<ByteRange> wanted =
                ifRange == null || ifRange.equals(tag()) ? ByteRange.read(range, size) : Optional.empty();
        return wanted.isPresent() && !wanted.get().isSatisfiable() ? refused(wanted.get()) : answer(wanted);
    }

    private Response answer(Optional<ByteRange> wanted) {
        ByteRange sent = wanted.orElse(new ByteRange(0, size));
        Response.ResponseBuilder answer = Response.status(wanted.isPresent() ? 206 : 200)
                .type(type)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header(HttpHeaders.ETAG, tag())
                .entity((StreamingOutput) out -> send(sent, out));
        wanted.ifPresent(part -> answer.header("Content-Range", part.contentRange(size)));
        return answer.build();
    }

    private Response refused(ByteRange range) {
        return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                .header("Content-Range", range.contentRange(size))
                // Without a body of ours the server would send its own page.
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("The content has " + size + " bytes.")
                .build();
    }

    private String tag() {
        return '"' + name + '"';
    }

    private void send(ByteRange range, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            content.position(range.first());
            long left = range.length();
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, CHUNK));
                int count = content.read(buffer);
                if (count < 0) {
                    throw new IOException("The file is shorter than it was.");
                }
                out.write(buffer.array(), 0, count);
                left -= count;
            }
        }
    }
}
