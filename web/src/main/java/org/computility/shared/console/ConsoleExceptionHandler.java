package org.computility.shared.console;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.shared.BusinessFailure;
import org.computility.shared.database.outage.Outage;
import org.primefaces.csp.CspException;

/**
 * Failures that a page did not catch. A view that its session no longer keeps begins anew, by a redirect that scripts
 * follow, too. A view's state that cannot be read, and a form without the nonce of its page, are answered 400. A room's refusal
 * before anything is drawn is told on a page of its own, with the status that a REST call would have got. Everything else is left
 * to the server.
 */
class ConsoleExceptionHandler extends ExceptionHandlerWrapper {

    /** The failure that {@code refused.xhtml} tells of. */
    static final String REFUSAL = "org.computility.refusal";

    private static final String REFUSED = "/refused.xhtml";

    ConsoleExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean answered = false;
        for (Iterator<ExceptionQueuedEvent> unhandled =
                        getUnhandledExceptionQueuedEvents().iterator();
                unhandled.hasNext(); ) {
            Throwable thrown = unhandled.next().getContext().getException();
            // What fails after that comes of it: the answer is there, and it is sent once.
            answered = answered || isHandled(faces, thrown);
            if (answered) {
                unhandled.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isHandled(FacesContext faces, Throwable thrown) {
        if (faces.getExternalContext().isResponseCommitted()) {
            return false;
        }
        if (within(thrown, ViewExpiredException.class).isPresent()) {
            beginAnew(faces);
            return true;
        }
        if (isNoFormOfOurs(faces, thrown)) {
            refuseForm(faces);
            return true;
        }
        Optional<BusinessFailure> refusal = within(thrown, BusinessFailure.class)
                .or(() -> Outage.isOne(thrown) ? Optional.of(Outage.refusal()) : Optional.empty());
        refusal.ifPresent(failure -> refuse(faces, failure));
        return refusal.isPresent();
    }

    /** It has a state that no page of ours sent, such as that of a stateless view, or no nonce. */
    private static boolean isNoFormOfOurs(FacesContext faces, Throwable thrown) {
        return isPost(faces)
                && (faces.getCurrentPhaseId() == PhaseId.RESTORE_VIEW
                        || within(thrown, CspException.class).isPresent());
    }

    private static boolean isPost(FacesContext faces) {
        return ((HttpServletRequest) faces.getExternalContext().getRequest())
                .getMethod()
                .equals("POST");
    }

    private static void refuseForm(FacesContext faces) {
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_BAD_REQUEST, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static void beginAnew(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        try {
            external.redirect(ConsolePath.opened((HttpServletRequest) external.getRequest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(FacesContext faces, BusinessFailure failure) {
        faces.getExternalContext().setResponseStatus(failure.status());
        faces.getExternalContext().getRequestMap().put(REFUSAL, failure);
        faces.getApplication().getNavigationHandler().handleNavigation(faces, null, REFUSED);
        faces.renderResponse();
    }

    private static <T extends Throwable> Optional<T> within(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
