package org.computility.observation.rest;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Around every request, what filters refuse included ({@code web.xml} puts it first): takes its time, once, when it is answered. */
public class RequestMeter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int FAILED = 500;

    @Inject
    private transient PlatformMeters meters;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            // The rest of a request that has begun before.
            chain.doFilter(request, response);
            return;
        }
        Measured measured = new Measured(meters.requests(), request, response);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            measured.end(Math.max(response.getStatus(), FAILED));
            throw e;
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(measured);
        } else {
            measured.end(response.getStatus());
        }
    }

    /** One request from its beginning to its end, in whatever threads. */
    private static final class Measured implements AsyncListener {

        private final RequestTimes times;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final long begun = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();

        Measured(RequestTimes times, HttpServletRequest request, HttpServletResponse response) {
            this.times = times;
            this.request = request;
            this.response = response;
            times.begin();
        }

        void end(int status) {
            if (ended.compareAndSet(false, true)) {
                times.end(Asked.by(request), request.getMethod(), status, Duration.ofNanos(System.nanoTime() - begun));
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Its completion follows.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Its completion follows.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Listeners hold for one round only; a body that comes slowly goes through several.
            event.getAsyncContext().addListener(this);
        }
    }
}
