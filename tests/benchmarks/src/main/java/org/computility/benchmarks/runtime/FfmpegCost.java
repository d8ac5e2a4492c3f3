package org.computility.benchmarks.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** What FFmpeg's own program takes to decode a clip and scale it to a graph's size, on one thread. */
final class FfmpegCost {

    private static final Pattern TIMES = Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s");

    private FfmpegCost() {}

    static double millisPerFrame(Path clip, int frames) throws IOException, InterruptedException {
        String program = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        Process process = new ProcessBuilder(
                        program,
                        "-hide_banner",
                        "-benchmark",
                        "-threads",
                        "1",
                        "-i",
                        clip.toString(),
                        "-vf",
                        "scale=640:360:flags=fast_bilinear,format=rgb24",
                        "-threads",
                        "1",
                        "-f",
                        "rawvideo",
                        "-y",
                        "/dev/null")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher times = TIMES.matcher(output);
        if (process.waitFor() != 0 || !times.find()) {
            throw new IOException("ffmpeg failed: " + output);
        }
        return 1000 * (Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2))) / frames;
    }
}
