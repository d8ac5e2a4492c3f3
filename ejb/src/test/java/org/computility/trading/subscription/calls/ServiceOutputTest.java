package org.computility.trading.subscription.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.OptionalLong;
import org.computility.shared.outbound.OutboundAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceOutputTest {

    private static final String JSON = "application/json; charset=utf-8";

    @Test
    void jsonStaysJsonAndTextBecomesOne() {
        assertThat(read(JSON, "{\"a\":[1,\"水\"]}").value().toString()).isEqualTo("{\"a\":[1,\"水\"]}");
        assertThat(read("text/plain", "{\"a\":1}").value().toString()).isEqualTo("\"{\\\"a\\\":1}\"");
        assertThat(read("", "[1]").value().toString()).isEqualTo("[1]");
        assertThat(read("", "plain").value().toString()).isEqualTo("\"plain\"");
    }

    @Test
    void whatIsNeitherIsNothing() {
        assertThat(ServiceOutput.read(answer("image/png", "PNG".getBytes(UTF_8))))
                .isEmpty();
        assertThat(ServiceOutput.read(answer(JSON, "{\"a\":".getBytes(UTF_8)))).isEmpty();
        assertThat(ServiceOutput.read(answer(JSON, "{\"a\":\"\\ud800\"}".getBytes(UTF_8))))
                .isEmpty();
        assertThat(ServiceOutput.read(answer(JSON, "{} {}".getBytes(UTF_8)))).isEmpty();
        assertThat(ServiceOutput.read(answer(JSON, new byte[0]))).isEmpty();
        assertThat(ServiceOutput.read(answer(JSON, "[".repeat(100_000).getBytes(UTF_8))))
                .isEmpty();
        assertThat(ServiceOutput.read(answer("text/plain", new byte[] {(byte) 0xff, (byte) 0xfe})))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "gb18030", "\"utf-16\"", "UTF-8"})
    void aTextIsReadInItsCharset(String charset) {
        byte[] body = "它会守住".getBytes(Charset.forName(charset.replace("\"", "")));

        assertThat(ServiceOutput.read(answer("text/plain; Charset=" + charset, body)))
                .hasValueSatisfying(output -> assertThat(output.value()).hasToString("\"它会守住\""));
    }

    @Test
    void aTextInACharsetThatNobodyKnowsIsUnreadable() {
        assertThat(ServiceOutput.read(answer("text/plain; charset=klingon", new byte[] {'a'})))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "0, 0", "12.0, 12"})
    void tokensAreWhatTheServiceTells(String told, long tokens) {
        assertThat(tokens("{\"usage\":{\"total_tokens\":" + told + "}}")).hasValue(tokens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"usage\":7}",
                "{\"usage\":{}}",
                "{\"usage\":{\"total_tokens\":\"12\"}}",
                "{\"usage\":{\"total_tokens\":-1}}",
                "{\"usage\":{\"total_tokens\":1.5}}",
                "{\"usage\":{\"total_tokens\":1e15}}",
                "{\"usage\":{\"total_tokens\":1e999999999}}"
            })
    void whatIsNoCountTellsNone(String body) {
        assertThat(tokens(body)).isEmpty();
    }

    @Test
    void aStructureGoesAsJsonAndAnyOtherTextAsText() {
        assertThat(ServiceInput.of(" {\"a\":1}").type()).isEqualTo("application/json");
        assertThat(ServiceInput.of("[1]").type()).isEqualTo("application/json");
        assertThat(ServiceInput.of("{not json").type()).startsWith("text/plain");
        assertThat(ServiceInput.of("7").type()).startsWith("text/plain");
    }

    private static OptionalLong tokens(String body) {
        return read(JSON, body).tokens();
    }

    private static ServiceOutput read(String type, String body) {
        return ServiceOutput.read(answer(type, body.getBytes(UTF_8))).orElseThrow();
    }

    private static OutboundAnswer answer(String type, byte[] body) {
        return new OutboundAnswer(200, type, body);
    }
}
