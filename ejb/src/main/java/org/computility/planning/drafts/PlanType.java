package org.computility.planning.drafts;

import java.util.List;
import org.computility.planning.documents.InputKind;

/** What kind of input a plan's instances analyse (T/BAX 0006.5 table C.1 {@code Type}). */
public enum PlanType {
    VIDEO_REALTIME,
    VIDEO_PLAYBACK,
    VIDEO_FILE,
    IMAGE_REALTIME;

    /** The inputs that an instance may have; the first is the usual one. */
    public List<InputKind> inputs() {
        return switch (this) {
            case VIDEO_REALTIME, VIDEO_PLAYBACK -> List.of(InputKind.STREAM);
            case VIDEO_FILE -> List.of(InputKind.FILE, InputKind.STREAM);
            case IMAGE_REALTIME -> List.of(InputKind.IMAGE, InputKind.STREAM);
        };
    }
}
