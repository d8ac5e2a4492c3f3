/**
 * Frames: streams, files and still images opened, decoded and scaled by FFmpeg.
 *
 * <p>Not here: when to reconnect ({@code tasks}), what a frame shows ({@code inference}).
 */
package org.computility.runtime.media;
