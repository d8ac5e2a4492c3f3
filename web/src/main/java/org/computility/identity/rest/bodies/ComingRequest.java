package org.computility.identity.rest.bodies;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is read, as it comes, by the thread of its call. */
final class ComingRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private final HeldThreads threads;
    private ComingStream stream;

    ComingRequest(HttpServletRequest request, HeldThreads threads) {
        super(request);
        this.threads = threads;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new ComingStream(super.getInputStream(), threads);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** The call has been answered: nobody waits for the rest. */
    @Override
    public void close() {
        if (stream != null) {
            stream.leave();
        }
    }
}
