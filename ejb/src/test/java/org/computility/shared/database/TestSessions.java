package org.computility.shared.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;

/** Sessions over a test database for several threads: each has its own, whose statements commit one by one or together. */
public final class TestSessions {

    private final ThreadLocal<StatelessSession> sessions;

    public TestSessions(DataSource database) {
        sessions = ThreadLocal.withInitial(() -> TestEntities.session(database));
    }

    /** Stands for the session of whatever thread uses it. */
    public StatelessSession current() {
        return (StatelessSession) Proxy.newProxyInstance(
                TestSessions.class.getClassLoader(),
                new Class<?>[] {StatelessSession.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(sessions.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What the story does is committed together, or not at all when it throws. */
    public <T> T commit(Supplier<T> story) {
        var transaction = sessions.get().beginTransaction();
        try {
            T result = story.get();
            transaction.commit();
            return result;
        } catch (RuntimeException | Error e) {
            transaction.rollback();
            throw e;
        }
    }

    /** The same for a story that has no result. */
    public void commit(Runnable story) {
        commit(() -> {
            story.run();
            return null;
        });
    }
}
