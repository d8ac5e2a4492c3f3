package org.computility.planning.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.computility.planning.documents.InputKind;
import org.junit.jupiter.api.Test;

class InstanceBuilderTest {

    private static final UUID SERVICE = UUID.randomUUID();

    @Test
    void saysTheSameInItsDocumentAsInItsMembers() {
        InstanceSpec spec = InstanceSpec.of("MOTION").device("camera-1").priority(7).stream("rtsp://192.0.2.1/a")
                .build();

        assertThat(spec.id()).isNull();
        assertThat(spec.algoDefCode()).isEqualTo("MOTION");
        assertThat(spec.deviceId()).isEqualTo("camera-1");
        assertThat(spec.priority()).isEqualTo(7);
        assertThat(spec.document().text()).isEqualTo("""
                {"AlgoDefCode":"MOTION","DeviceID":"camera-1","Priority":7,\
                "StreamOptions":{"VideoStreamOptions":{"Url":"rtsp://192.0.2.1/a"}}}""");
        assertThat(spec.inputs())
                .containsExactly(new TaskInput(
                        InputKind.STREAM,
                        List.of(new Address("streamOptions.videoStreamOptions.url", "rtsp://192.0.2.1/a"))));
    }

    @Test
    void namesAServiceInPlaceOfACapability() {
        InstanceSpec spec = InstanceSpec.on(SERVICE).build();

        assertThat(spec.algoDefCode()).isNull();
        assertThat(spec.pinnedService()).isEqualTo(SERVICE);
        assertThat(spec.document().text()).isEqualTo("{\"AlgoServiceID\":\"" + SERVICE + "\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstanceSpec(null, null, null, 0, null, List.of(), List.of(), spec.document()));
    }

    @Test
    void namesOneFileOrSeveralThatAreReadOneAfterTheOther() {
        InstanceSpec one = InstanceSpec.of("M").images(List.of("http://a/")).build();
        InstanceSpec several =
                InstanceSpec.of("M").files(List.of("http://a/", "http://b/")).build();

        assertThat(one.document().text()).isEqualTo("{\"AlgoDefCode\":\"M\",\"ImageOptions\":{\"Url\":\"http://a/\"}}");
        assertThat(one.inputs().get(0).addresses()).containsExactly(new Address("imageOptions.url", "http://a/"));
        assertThat(several.document().text())
                .isEqualTo("{\"AlgoDefCode\":\"M\",\"FileOptions\":{\"Urls\":[\"http://a/\",\"http://b/\"]}}");
        assertThat(several.inputs().get(0).addresses())
                .containsExactly(
                        new Address("fileOptions.urls[0]", "http://a/"),
                        new Address("fileOptions.urls[1]", "http://b/"));
    }
}
