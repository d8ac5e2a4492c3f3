package org.computility.identity.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.computility.audit.console.ConsoleAudit;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.shared.BusinessFailure;
import org.computility.shared.console.ConsoleMessages;

/** The login form, and who is logged in. */
@Named
@RequestScoped
public class LoginPage {

    private static final String LOGIN = "console: log in";
    private static final String CONSOLE = "console";

    @Inject
    private ConsoleSessions sessions;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ConsoleAudit audit;

    private String username;
    private String password;

    /** Goes on to the runs, or says why not. */
    public String login() {
        FacesContext faces = FacesContext.getCurrentInstance();
        audit.begins(username, null, LOGIN, CONSOLE);
        try {
            Caller begun = sessions.begin(request(faces), username, password);
            audit.doneBy(begun.username(), begun.organisationId());
            return "/operations/runs.xhtml?faces-redirect=true";
        } catch (BusinessFailure e) {
            audit.ended(e);
            ConsoleMessages.refuse(faces, e);
            return null;
        } catch (RuntimeException e) {
            audit.ended(e);
            throw e;
        }
    }

    /** Ends the session and its token. */
    public String logout() {
        audit.begins(caller.get().username(), caller.get().organisationId(), "console: log out", CONSOLE);
        sessions.end(request(FacesContext.getCurrentInstance()));
        audit.done();
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
