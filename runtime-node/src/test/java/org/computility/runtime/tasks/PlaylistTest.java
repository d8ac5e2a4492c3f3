package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.media.MediaPolicy;
import org.junit.jupiter.api.Test;

class PlaylistTest {

    private static final MediaPolicy POLICY = new MediaPolicy(null);

    @Test
    void oneGoesRoundAndSaysWhenItIsThrough() throws Exception {
        Playlist list = Playlist.of(List.of("http://h/1", "http://h/2", "http://h/3"), POLICY);

        assertThat(list.holdsSeveral()).isTrue();
        assertThat(list.current().location()).isEqualTo("http://h/1");
        assertThat(list.advance()).isFalse();
        assertThat(list.advance()).isFalse();
        assertThat(list.current().location()).isEqualTo("http://h/3");
        assertThat(list.advance()).isTrue();
        assertThat(list.current().location()).isEqualTo("http://h/1");
    }

    @Test
    void aStreamIsAListOfOne() throws Exception {
        Playlist stream = Playlist.of(List.of("rtsp://h/1"), POLICY);

        assertThat(stream.holdsSeveral()).isFalse();
        assertThat(stream.advance()).isTrue();
        assertThat(stream.current().live()).isTrue();
    }

    @Test
    void aFailureNamesItsPlaceWhereThereAreSeveral() throws Exception {
        MediaException failure = new MediaException("The media broke off");
        Playlist several = Playlist.of(List.of("http://h/1", "http://h/2"), POLICY);
        several.advance();

        assertThat(several.about(failure)).hasMessage("Urls[1]: The media broke off");
        assertThat(Playlist.of(List.of("http://h/1"), POLICY).about(failure)).isSameAs(failure);
    }

    @Test
    void oneThatMayNotBeOpenedIsRefusedBeforeTheFirstIsPlayed() {
        assertThatThrownBy(() -> Playlist.of(List.of("http://h/1", "gopher://h/2"), POLICY))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("'gopher'");
    }
}
