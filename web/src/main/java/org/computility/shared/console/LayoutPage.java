package org.computility.shared.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** The same page with the same parameters in another language. */
    public String linkTo(Locale language) {
        return Language.link(request().getQueryString(), language);
    }

    /** The pages that the navigation shows. */
    public List<ConsoleRoom.Entry> getEntries() {
        return ConsoleRoom.allEntries().toList();
    }

    /** The texts of all rooms in the language of this answer. */
    @Produces
    @Named("msg")
    @RequestScoped
    Map<String, String> texts() {
        return Texts.in(getLocale()).all();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
