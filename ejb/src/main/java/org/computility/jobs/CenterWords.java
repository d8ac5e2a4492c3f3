package org.computility.jobs;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.shared.Unavailable;

/** What users are told of a center that failed them: where it is, and in which folders it works, is its operator's to know. */
public final class CenterWords {

    private static final Logger LOG = Logger.getLogger(CenterWords.class.getName());

    /** Refusals that name what the job itself asks for or left. */
    private static final Pattern OF_THE_JOB =
            Pattern.compile("(command|environment|resources\\.|limits\\.|the data set|The job left)[^/\\\\]*");

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** In words that tell where something is: a slash, an address of IPv4 or IPv6, a port, the name of a domain. */
    private static final Pattern PLACE = Pattern.compile("[/\\\\]"
            + "|\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d"
            + "|:[0-9A-Fa-f]*:"
            + "|.:\\d"
            + "|[\\p{Alnum}_-]\\.\\p{Alpha}{2,}[\"'),;:]*$");

    private CenterWords() {}

    /** The reason that a center gives for a job's state; the server's log has what is left out. */
    public static String forUsers(String jobId, String reason) {
        if (reason == null) {
            return null;
        }
        String told = WORD.matcher(reason)
                .replaceAll(word -> PLACE.matcher(word.group()).find() ? "…" : Matcher.quoteReplacement(word.group()));
        if (!told.equals(reason)) {
            LOG.log(Level.INFO, "Attempt {0}: {1}", new Object[] {jobId, reason});
        }
        return told;
    }

    /** The refusal of what a center does not give: {@code adapter-failed}. */
    public static Unavailable unavailable(String what, RuntimeFailure failure) {
        return new Unavailable("adapter-failed", forUsers(what, failure));
    }

    /** A sentence without addresses and paths; the server's log has them. */
    public static String forUsers(String what, RuntimeFailure failure) {
        LOG.log(Level.INFO, "No {0}: {1}", new Object[] {what, failure.getMessage()});
        if (failure.reason() != Reason.REFUSED) {
            return "The center does not answer now.";
        }
        String why = failure.getMessage();
        return why != null && OF_THE_JOB.matcher(why).matches()
                ? "The center refused it: " + why + "."
                : "The center refused it.";
    }
}
