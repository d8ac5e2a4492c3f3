package org.computility.planning.drafts;

import java.util.List;

/** What kind of input a plan's instances analyse (T/BAX 0006.5 table C.1 {@code Type}). */
public enum PlanType {
    VIDEO_REALTIME,
    VIDEO_PLAYBACK,
    VIDEO_FILE,
    IMAGE_REALTIME;

    /** The members of an AlgoTaskInfo that may say where the input is; the first is the usual one. */
    List<String> options() {
        return switch (this) {
            case VIDEO_REALTIME, VIDEO_PLAYBACK -> List.of("StreamOptions");
            case VIDEO_FILE -> List.of("FileOptions", "StreamOptions");
            case IMAGE_REALTIME -> List.of("ImageOptions", "StreamOptions");
        };
    }
}
