package org.computility.shared.rest.contract.coding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

    private static final String TEXT = "{\"Name\":\"北门\"}";

    @ParameterizedTest
    @CsvSource({
        "GBK, GBK",
        "gb2312, GBK",
        "GB18030, GB18030",
        "'\"gbk\"', GBK",
        "utf-8, UTF-8",
        "UTF8, UTF-8",
        "us-ascii, UTF-8",
        "'', UTF-8"
    })
    void readsWhatIsDeclared(String declared, String written) {
        assertThat(read(TEXT.getBytes(Charset.forName(written)), declared)).isEqualTo(TEXT);
    }

    @Test
    void readsLatin1() {
        assertThat(read("{\"Name\":\"né\"}".getBytes(ISO_8859_1), "iso-8859-1")).isEqualTo("{\"Name\":\"né\"}");
        assertThat(read("{\"Name\":\"né\"}".getBytes(ISO_8859_1), "latin1")).isEqualTo("{\"Name\":\"né\"}");
    }

    @Test
    void takesUtf8WhereNothingIsDeclared() {
        assertThat(BodyText.read(TEXT.getBytes(UTF_8), null)).isEqualTo(TEXT);
        assertThat(BodyText.read(TEXT.getBytes(UTF_8), MediaType.APPLICATION_JSON_TYPE))
                .isEqualTo(TEXT);
    }

    @Test
    void leavesOutAByteOrderMark() {
        assertThat(read(("\ufeff" + TEXT).getBytes(UTF_8), "utf-8")).isEqualTo(TEXT);
        assertThat(read(("\ufeff" + TEXT).getBytes(Charset.forName("GB18030")), "GB18030"))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "utf-32", "Big5", "no-such-charset", "%"})
    void refusesOtherCharsets(String declared) {
        refused(TEXT.getBytes(UTF_8), declared);
    }

    @Test
    void refusesBytesThatAreNotOfTheDeclaredCharset() {
        refused(TEXT.getBytes(Charset.forName("GBK")), "utf-8");
        refused(TEXT.getBytes(Charset.forName("GBK")), "");
        refused(TEXT.getBytes(StandardCharsets.UTF_16), "");
        refused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, "");
        refused(new byte[] {'"', (byte) 0xff, '"'}, "GBK");
    }

    private static String read(byte[] bytes, String declared) {
        return BodyText.read(bytes, new MediaType("application", "json", declared));
    }

    private static void refused(byte[] bytes, String declared) {
        assertThatThrownBy(() -> read(bytes, declared)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("body-not-json");
            assertThat(refusal).hasMessageContaining("UTF-8");
        });
    }
}
