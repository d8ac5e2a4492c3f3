package org.computility.shared.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.computility.shared.BusinessFailure;

/** The page that is shown in place of a refused page. */
@Named
@RequestScoped
public class RefusedPage {

    /** Why, in the person's language. */
    public String getReason() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getExternalContext().getRequestMap().get(ConsoleExceptionHandler.REFUSAL)
                        instanceof BusinessFailure failure
                ? ConsoleMessages.wordsOf(faces, failure)
                : ConsoleMessages.texts(faces).of("refused.nothing");
    }
}
