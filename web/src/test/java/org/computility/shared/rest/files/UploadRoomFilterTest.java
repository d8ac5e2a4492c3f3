package org.computility.shared.rest.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.HttpHeaders;
import org.computility.shared.Unavailable;
import org.computility.shared.rest.FakeCall;
import org.computility.shared.space.DiskSpace;
import org.junit.jupiter.api.Test;

class UploadRoomFilterTest {

    private static final long GIB = 1L << 30;

    private final UploadRoomFilter filter = new UploadRoomFilter();

    UploadRoomFilterTest() {
        filter.space = new DiskSpace(() -> 10 * GIB, GIB);
    }

    /** {@code getLength()} of JAX-RS is an int, so a real call throws where this one has no such answer. */
    @Test
    void takesAFormOfMoreThan2GiB() {
        assertThatCode(() -> send(Long.toString(4 * GIB))).doesNotThrowAnyException();
    }

    @Test
    void refusesAFormThatIsLargerThanTheRoom() {
        assertThatThrownBy(() -> send(Long.toString(10 * GIB))).isInstanceOf(Unavailable.class);
    }

    @Test
    void takesAFormWhoseLengthIsNotKnown() {
        assertThatCode(() -> send(null)).doesNotThrowAnyException();
        assertThatCode(() -> send("many")).doesNotThrowAnyException();
    }

    private void send(String length) {
        FakeCall call = new FakeCall("POST", "datasets/upload")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=b");
        if (length != null) {
            call.header(HttpHeaders.CONTENT_LENGTH, length);
        }
        filter.filter(call.request());
    }
}
