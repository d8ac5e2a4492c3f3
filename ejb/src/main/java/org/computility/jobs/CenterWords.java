package org.computility.jobs;

import java.util.regex.Pattern;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/** What users are told of a center that failed them: where it is, and in which folders it works, is its operator's to know. */
public final class CenterWords {

    /** Refusals that name what the job itself asks for or left. */
    private static final Pattern OF_THE_JOB =
            Pattern.compile("(command|environment|resources\\.|limits\\.|the data set|The job left)[^/\\\\]*");

    private CenterWords() {}

    /** A sentence without addresses and paths. */
    public static String forUsers(RuntimeFailure failure) {
        if (failure.reason() != Reason.REFUSED) {
            return "The center does not answer now.";
        }
        String why = failure.getMessage();
        return why != null && OF_THE_JOB.matcher(why).matches()
                ? "The center refused it: " + why + "."
                : "The center refused it.";
    }
}
