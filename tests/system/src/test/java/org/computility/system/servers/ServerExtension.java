package org.computility.system.servers;

import java.util.List;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the server that the system property {@code computility.server} names, once for all test classes, and shows what
 * it logged while a test failed.
 */
public final class ServerExtension
        implements ParameterResolver, BeforeAllCallback, BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Platform.class || type == ServerUnderTest.class;
    }

    /** What one class broke makes none of those after it fail. */
    @Override
    public void beforeAll(ExtensionContext context) {
        running(context).begin();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        return parameter.getParameter().getType() == Platform.class ? running.platform : running.server;
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(NAMESPACE)
                .put(FailureLog.class, new FailureLog(TestSettings.work(System.getProperty("computility.server"))));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> {
            List<String> logged = context.getStore(NAMESPACE)
                    .get(FailureLog.class, FailureLog.class)
                    .lines();
            if (!logged.isEmpty()) {
                failure.addSuppressed(new AssertionError("the servers logged\n" + String.join("\n", logged)));
            }
        });
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.stopped(), Running.class);
    }

    private static final class Running implements AutoCloseable {

        private final ServerUnderTest server;
        private final Platform platform;
        private boolean started;

        private Running(ServerUnderTest server) {
            this.server = server;
            platform = new Platform(server);
        }

        /** It starts before the first class: a start that fails is tried again before the next. */
        static Running stopped() {
            String url = System.getProperty("computility.url");
            ServerUnderTest server = url == null
                    ? serverNamed(System.getProperty("computility.server"))
                    : new RunningServer(url, System.getProperty("computility.password"));
            return new Running(server);
        }

        void begin() {
            if (!started) {
                started = true;
                server.start();
            } else if (!Readiness.comes(server.baseUri())) {
                System.out.println("The platform at " + server.baseUri() + " is not ready and is started again");
                server.stop();
                server.start();
            }
        }

        private static ServerUnderTest serverNamed(String name) {
            return switch (name) {
                case "payara-micro" -> new PayaraMicroUnderTest(TestSettings.prepare(name));
                case "payara-server" -> new PayaraServerUnderTest(TestSettings.prepare(name));
                case "wildfly" -> new WildFlyUnderTest(TestSettings.prepare(name));
                default -> throw new IllegalArgumentException("no such server: " + name);
            };
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
