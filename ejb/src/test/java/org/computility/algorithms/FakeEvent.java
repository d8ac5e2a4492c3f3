package org.computility.algorithms;

import java.util.function.Consumer;
import org.computility.shared.FiredEvents;

/** Remembers what was fired; an observer may answer it, or refuse it. */
final class FakeEvent<T> extends FiredEvents<T> {

    RuntimeException veto;
    Consumer<T> answer = event -> {};

    @Override
    public void fire(T event) {
        super.fire(event);
        if (veto != null) {
            throw veto;
        }
        answer.accept(event);
    }
}
