package org.computility.shared.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.computility.shared.BusinessFailure;

/** The console's notices to the person; the layout shows them. */
public final class ConsoleMessages {

    private ConsoleMessages() {}

    /** The texts in the language of the page. */
    public static Texts texts(FacesContext faces) {
        return Texts.in(faces.getViewRoot().getLocale());
    }

    /** Tells that something was done. */
    public static void tell(FacesContext faces, String key, Object... values) {
        add(faces, FacesMessage.SEVERITY_INFO, texts(faces).format(key, values));
    }

    /** Tells why something was refused, in the person's language where the texts know the code. */
    public static void refuse(FacesContext faces, BusinessFailure failure) {
        add(faces, FacesMessage.SEVERITY_ERROR, wordsOf(faces, failure));
    }

    /** Why something was refused, in the person's language where the texts know the code. */
    static String wordsOf(FacesContext faces, BusinessFailure failure) {
        return texts(faces).of("failure." + failure.code(), failure.getMessage());
    }

    private static void add(FacesContext faces, FacesMessage.Severity severity, String text) {
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }
}
