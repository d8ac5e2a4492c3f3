package org.computility.shared.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** What the frame around every page shows. */
@Named
@RequestScoped
public class LayoutPage {

    /** The language of this answer. */
    public Locale getLocale() {
        return Language.of(request());
    }

    /** As HTML's {@code lang} attribute wants it. */
    public String getLanguageTag() {
        return getLocale().toLanguageTag();
    }

    public List<Locale> getLanguages() {
        return Language.ALL;
    }

    /** A language's name in that language. */
    public String nameOf(Locale language) {
        return language.getDisplayLanguage(language);
    }

    public boolean isCurrent(Locale language) {
        return language.equals(getLocale());
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
