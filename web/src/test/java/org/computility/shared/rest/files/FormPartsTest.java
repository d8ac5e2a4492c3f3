package org.computility.shared.rest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.computility.shared.rest.files.SomeParts.part;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPartsTest {

    @Test
    void aPartIsFoundByItsName() throws IOException {
        FormParts parts = new FormParts(List.of(part("Name", " 摄像头 \r\n"), part("Empty", "")));

        assertThat(parts.has("Name")).isTrue();
        assertThat(parts.text("Name", 3)).contains("摄像头");
        assertThat(parts.text("Empty", 3)).contains("");
        assertThat(parts.has("name")).isFalse();
        assertThat(parts.text("name", 3)).isEmpty();
        assertThat(parts.file("name")).isEmpty();
    }

    @Test
    void aFileIsHandedOutUnread() throws IOException {
        FormParts parts = new FormParts(List.of(part("File", "bytes")));

        try (InputStream file = parts.file("File").orElseThrow()) {
            assertThat(file).hasContent("bytes");
        }
    }

    @Test
    void ofSeveralPartsOfOneNameTheFirstCountsAndUnknownOnesAreLeftAlone() throws IOException {
        FormParts parts = new FormParts(List.of(part("Submit", "Send"), part("Name", "first"), part("Name", "second")));

        assertThat(parts.text("Name", 9)).contains("first");
    }

    @Test
    void codePointsAreCounted() throws IOException {
        assertThat(new FormParts(List.of(part("Name", "😀😀😀"))).text("Name", 3))
                .contains("😀😀😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "摄像头们", "😀😀😀😀"})
    void aTextThatIsTooLongIsRefusedByItsName(String text) {
        FormParts parts = new FormParts(List.of(part("Name", text)));

        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> parts.text("Name", 3))
                .withMessage("Name has at most 3 characters.")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("member-too-long"));
    }

    @Test
    void aTextThatDoesNotEndIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> new FormParts(List.of(part("Name", endless))).text("Name", 3));
    }
}
