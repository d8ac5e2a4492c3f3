package org.computility.shared.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KeptBodyTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final KeptBody body = new KeptBody(out, 4, false);

    @Test
    void holdsBackWhatIsSmallEnough() throws IOException {
        body.write(new byte[] {1, 2, 3});
        body.write(4);
        assertThat(out.size()).isZero();
        assertThat(body.held()).hasValueSatisfying(held -> assertThat(held).containsExactly(1, 2, 3, 4));

        body.release();
        assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void letsGoWhatGrowsTooLarge() throws IOException {
        body.write(new byte[] {1, 2, 3});
        body.write(new byte[] {4, 5});
        body.write(6);
        body.release();

        assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(body.held()).isEmpty();
    }

    @Test
    void whatIsReadAsItComesIsHeldToo() throws IOException {
        KeptBody live = new KeptBody(out, 4, true);
        live.write(new byte[] {1, 2});
        assertThat(out.toByteArray()).containsExactly(1, 2);
        assertThat(live.held()).hasValueSatisfying(held -> assertThat(held).containsExactly(1, 2));

        live.write(new byte[] {3, 4, 5});
        live.release();
        assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4, 5);
        assertThat(live.held()).isEmpty();
    }
}
