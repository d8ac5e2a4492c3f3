package org.computility.shared.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.computility.shared.BusinessFailure;

/** The console's texts and its notices to the person. */
public final class ConsoleMessages {

    /** Base name of the resource bundle; the pages know it as {@code msg}. */
    public static final String BUNDLE = "org.computility.shared.console.messages";

    private ConsoleMessages() {}

    /** The text of a key, or the fallback where the bundle has none. */
    public static String text(Locale locale, String key, String fallback) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        return bundle.containsKey(key) ? bundle.getString(key) : fallback;
    }

    /** Tells that something was done. */
    public static void tell(FacesContext faces, String key, Object... arguments) {
        String text = text(faces.getViewRoot().getLocale(), key, key);
        faces.addMessage(
                null, new FacesMessage(FacesMessage.SEVERITY_INFO, new MessageFormat(text).format(arguments), null));
    }

    /** Tells why something was refused: in the person's language where the bundle knows the code. */
    public static void refuse(FacesContext faces, BusinessFailure failure) {
        Locale locale = faces.getViewRoot().getLocale();
        String text = text(locale, "failure." + failure.code(), failure.getMessage());
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}
