package org.computility.runtime.tasks;

import jakarta.json.JsonObject;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.FrameScaler;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.tasks.rules.Rule;

/** What a kind of graph makes of a task's frames. Seconds are those of the media. */
interface Judging {

    /** Takes what is to be reported of the present frame. */
    interface Reports {

        /**
         * Reports.
         *
         * @param data of the result
         * @param shown the part of the picture that goes with it
         */
        void report(Rule rule, JsonObject data, Box shown) throws MediaException;
    }

    /**
     * The stream begins anew: its clock starts at nought.
     *
     * @param second what the old clock would show now
     */
    void restart(double second);

    /** Forgets earlier reports: they have nothing to do with the frames that come now. */
    void forgetReports();

    /** Whether the next frame must be looked at, however late it is. */
    boolean wantsNext();

    void look(FrameScaler scaler, double second, Reports reports) throws InferenceException, MediaException;

    /** A frame is not looked at. */
    void leaveOut();
}
