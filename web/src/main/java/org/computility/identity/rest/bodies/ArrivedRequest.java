package org.computility.identity.rest.bodies;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request whose body is in memory. */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private byte[] bytes;
    private BodyFault fault;
    private ServletInputStream stream;
    private Map<String, String[]> parameters;

    /** A body that is there. */
    ArrivedRequest(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /** A body that is to come. */
    ArrivedRequest(HttpServletRequest request) {
        this(request, new byte[0]);
    }

    void arrived(byte[] whole) {
        bytes = whole;
    }

    void missed(BodyFault why) {
        fault = why;
    }

    @Override
    public ServletInputStream getInputStream() {
        if (stream == null) {
            stream = new ArrivedStream(bytes, fault);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = FormFields.isForm(getContentType())
                    ? FormFields.added(super.getParameterMap(), bytes)
                    : super.getParameterMap();
        }
        return parameters;
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
