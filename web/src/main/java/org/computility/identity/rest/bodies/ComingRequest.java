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
    private final String caller;
    private ComingStream stream;

    /** @param caller whose call it is, for the share of the threads */
    ComingRequest(HttpServletRequest request, HeldThreads threads, String caller) {
        super(request);
        this.threads = threads;
        this.caller = caller;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new ComingStream(super.getInputStream(), threads, caller);
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
