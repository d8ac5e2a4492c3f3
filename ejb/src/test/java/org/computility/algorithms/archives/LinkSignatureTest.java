package org.computility.algorithms.archives;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.algorithms.SomePackages.NOON;
import static org.computility.algorithms.SomePackages.id;

import java.time.Instant;
import org.computility.shared.Denied;
import org.junit.jupiter.api.Test;

class LinkSignatureTest {

    private static final Instant LATER = NOON.plusSeconds(60);

    private final LinkSignature signature = new LinkSignature(new byte[] {1, 2, 3});
    private final String signed = signature.sign(id(1), LATER);

    @Test
    void aLinkFromHereIsGoodUntilItExpires() {
        assertThatCode(() -> signature.check(id(1), LATER, signed, LATER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> signature.check(id(1), LATER, signed, LATER.plusSeconds(1)))
                .isInstanceOf(Denied.class)
                .extracting("code")
                .isEqualTo("link-expired");
    }

    @Test
    void aLinkForSomethingElseOrForLongerOrFromElsewhereIsRefused() {
        refused(() -> signature.check(id(2), LATER, signed, NOON));
        refused(() -> signature.check(id(1), LATER.plusSeconds(1), signed, NOON));
        refused(() -> new LinkSignature(new byte[] {9}).check(id(1), LATER, signed, NOON));
        refused(() -> signature.check(id(1), LATER, "", NOON));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Denied.class).extracting("code").isEqualTo("link-invalid");
    }
}
