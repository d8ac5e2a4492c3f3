package org.computility.runtime.tasks;

import java.util.ArrayList;
import java.util.List;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.media.MediaPolicy;

/** The media of a task, one after the other; a stream is a list of one. */
final class Playlist {

    private final List<MediaPolicy.Address> addresses;
    private int place;

    private Playlist(List<MediaPolicy.Address> addresses) {
        this.addresses = addresses;
    }

    /** Fails at once if one of the media may not be opened, so that no task stops in the middle for it. */
    static Playlist of(List<String> urls, MediaPolicy policy) throws MediaException {
        List<MediaPolicy.Address> addresses = new ArrayList<>();
        for (String each : urls) {
            addresses.add(policy.check(each));
        }
        return new Playlist(addresses);
    }

    MediaPolicy.Address current() {
        return addresses.get(place);
    }

    boolean holdsSeveral() {
        return addresses.size() > 1;
    }

    /** Goes on to the next medium; true when the last one is done and the first comes next. */
    boolean advance() {
        place = (place + 1) % addresses.size();
        return place == 0;
    }

    /** Adds which of the media it was, where there are several. */
    MediaException about(MediaException failure) {
        return holdsSeveral() ? new MediaException("Urls[" + place + "]: " + failure.getMessage()) : failure;
    }
}
