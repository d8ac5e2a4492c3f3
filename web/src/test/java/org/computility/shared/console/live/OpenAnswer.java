package org.computility.shared.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/** An answer that stays open, as a server gives it: it takes bytes while the other side does. */
final class OpenAnswer extends ServletOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private WriteListener listener;
    private boolean taking = true;
    private boolean complete;

    AsyncContext call() {
        ServletResponse response = fake(ServletResponse.class);
        return (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("complete")) {
                        complete = true;
                    }
                    return method.getName().equals("getResponse") ? response : null;
                });
    }

    /** The other side takes nothing for now. */
    void stall() {
        taking = false;
    }

    /** The other side takes bytes again. */
    void go() throws IOException {
        taking = true;
        listener.onWritePossible();
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    boolean isComplete() {
        return complete;
    }

    @Override
    public boolean isReady() {
        return taking;
    }

    @Override
    public void setWriteListener(WriteListener writer) {
        listener = writer;
        try {
            writer.onWritePossible();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void write(int one) {
        bytes.write(one);
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("getOutputStream") ? this : null));
    }
}
