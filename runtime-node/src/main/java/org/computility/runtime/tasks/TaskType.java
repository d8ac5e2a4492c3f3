package org.computility.runtime.tasks;

/** T/BAX 0006.5 table C.1 {@code Type}. */
enum TaskType {
    /** Goes on for ever: where the media end or break, it connects again. */
    VIDEO_REALTIME,
    /** Over when the media end. */
    VIDEO_PLAYBACK,
    /** Over when the media end; read as fast as they come. */
    VIDEO_FILE,
    /** One look at a picture, or one every interval. */
    IMAGE_REALTIME
}
