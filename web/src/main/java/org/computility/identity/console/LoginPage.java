package org.computility.identity.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.computility.identity.CurrentCaller;

/** The login form, and who is logged in. */
@Named
@RequestScoped
public class LoginPage {

    private static final String CONSOLE = "console";

    @Inject
    private ConsoleSessions sessions;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Deeds deeds;

    private String username;
    private String password;

    /** Goes on to the console's first page, or says why not. */
    public String login() {
        HttpServletRequest request = request(FacesContext.getCurrentInstance());
        return deeds.identify(username, "log in", CONSOLE, () -> sessions.begin(request, username, password))
                .map(begun -> "/operations/runs.xhtml?faces-redirect=true")
                .orElse(null);
    }

    /** Ends the session and its token. */
    public String logout() {
        HttpServletRequest request = request(FacesContext.getCurrentInstance());
        deeds.perform("log out", CONSOLE, () -> sessions.end(request));
        return "/login.xhtml?faces-redirect=true";
    }

    public boolean isLoggedIn() {
        return caller.isKnown();
    }

    /** The user name of whoever is logged in. */
    public String getCallerName() {
        return caller.get().username();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }
}
