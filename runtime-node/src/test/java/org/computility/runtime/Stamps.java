package org.computility.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Rewrites the time stamps of an MPEG-TS file (ISO/IEC 13818-1) that holds one video. */
final class Stamps {

    private static final int PACKET = 188;
    private static final int VIDEO = 0xe0;
    private static final long WRAP = 1L << 33;

    private Stamps() {}

    /** @param shift seconds that are added to the stamp of each frame, by its number */
    static byte[] shifted(byte[] ts, IntToDoubleFunction shift) {
        byte[] content = ts.clone();
        List<Integer> frames = frames(ts);
        for (int frame = 0; frame < frames.size(); frame++) {
            long ticks = Math.round(shift.applyAsDouble(frame) * 90_000);
            int header = payload(content, frames.get(frame));
            boolean decodingStampToo = (content[header + 7] & 0x40) != 0;
            add(content, header + 9, ticks);
            if (decodingStampToo) {
                add(content, header + 14, ticks);
            }
        }
        return content;
    }

    /** Where the packets lie with which frames begin. */
    static List<Integer> frames(byte[] ts) {
        List<Integer> frames = new ArrayList<>();
        for (int packet = 0; packet + PACKET <= ts.length; packet += PACKET) {
            boolean begins = (ts[packet + 1] & 0x40) != 0;
            if (begins && isVideo(ts, payload(ts, packet))) {
                frames.add(packet);
            }
        }
        return frames;
    }

    private static int payload(byte[] content, int packet) {
        boolean adapted = (content[packet + 3] & 0x20) != 0;
        return packet + 4 + (adapted ? 1 + (content[packet + 4] & 0xff) : 0);
    }

    private static void add(byte[] content, int at, long ticks) {
        write(content, at, Math.floorMod(read(content, at) + ticks, WRAP));
    }

    private static boolean isVideo(byte[] content, int at) {
        return content[at] == 0 && content[at + 1] == 0 && content[at + 2] == 1 && (content[at + 3] & 0xff) == VIDEO;
    }

    private static long read(byte[] content, int at) {
        return (content[at] >> 1 & 7L) << 30
                | (content[at + 1] & 0xffL) << 22
                | (content[at + 2] >> 1 & 0x7fL) << 15
                | (content[at + 3] & 0xffL) << 7
                | content[at + 4] >> 1 & 0x7fL;
    }

    private static void write(byte[] content, int at, long stamp) {
        content[at] = (byte) (content[at] & 0xf1 | stamp >> 30 << 1);
        content[at + 1] = (byte) (stamp >> 22);
        content[at + 2] = (byte) (stamp >> 15 << 1 | 1);
        content[at + 3] = (byte) (stamp >> 7);
        content[at + 4] = (byte) (stamp << 1 | 1);
    }
}
