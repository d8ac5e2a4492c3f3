package org.computility.identity;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps the news instead of spreading it. */
final class Heard implements Event<AccountChanged> {

    final List<AccountChanged> news = new ArrayList<>();

    @Override
    public void fire(AccountChanged event) {
        news.add(event);
    }

    @Override
    public <U extends AccountChanged> CompletionStage<U> fireAsync(U event) {
        news.add(event);
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends AccountChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public Event<AccountChanged> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends AccountChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends AccountChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
