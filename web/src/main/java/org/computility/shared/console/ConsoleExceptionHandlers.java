package org.computility.shared.console;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Makes a {@link ConsoleExceptionHandler} for each request; {@code faces-config.xml} names it. */
public class ConsoleExceptionHandlers extends ExceptionHandlerFactory {

    public ConsoleExceptionHandlers(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ConsoleExceptionHandler(getWrapped().getExceptionHandler());
    }
}
