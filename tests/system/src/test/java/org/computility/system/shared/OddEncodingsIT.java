package org.computility.system.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not plain UTF-8: read as declared, or refused by a word that says what to send. Nothing is replaced. */
@OnTheServer
class OddEncodingsIT {

    private static final String SEARCH = "ACSMP/AlgoDef/Search";

    private final Visitor admin;

    OddEncodingsIT(Platform platform) {
        admin = platform.asAdmin();
    }

    @ParameterizedTest
    @CsvSource({"GBK, 北门", "GB2312, 北门", "GB18030, 北门", "ISO-8859-1, né", "utf-8, 北门"})
    void aDeclaredCharsetIsRead(String charset, String name) {
        String whole = name + UUID.randomUUID();

        Answer created = send("{\"name\":\"" + whole + "\"}", "application/json; charset=" + charset, charset);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text()).contains(whole);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheBody() {
        assertThat(send("\ufeff{\"name\":\"" + UUID.randomUUID() + "\"}", "application/json", "UTF-8")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, GBK",
        "application/json; charset=utf-8, GBK",
        "application/json; charset=UTF-16, UTF-16"
    })
    void anyOtherTextIsRefused(String type, String charset) {
        Answer refused = send("{\"name\":\"北门\"}", type, charset);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("body-not-json").contains("UTF-8");
    }

    @Test
    void aQueryThatIsNotUtf8IsRefused() {
        Refusals.check(admin.get("platform/v1/accounts?username=%B1%B1"), 400, "member-invalid", "username");
        assertThat(admin.get("platform/v1/accounts?username=%EF%BF%BD").status())
                .isEqualTo(200);
    }

    @Test
    void gzipIsDecodedWithinTheUsualSize() throws IOException {
        assertThat(coded("gzip", gzip("{}".getBytes(UTF_8))).status()).isEqualTo(200);
        assertThat(coded("gzip", gzip("{".getBytes(UTF_8))).status()).isEqualTo(400);
        assertThat(coded("gzip", "{}".getBytes(UTF_8)).status()).isEqualTo(400);
        assertThat(coded("gzip", gzip(new byte[17 << 20])).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "gzip, gzip"})
    void otherCodingsAreRefused(String coding) {
        assertThat(coded(coding, "{}".getBytes(UTF_8)).status()).isEqualTo(415);
    }

    private Answer coded(String coding, byte[] body) {
        return admin.send(admin.request(SEARCH)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private Answer send(String body, String type, String charset) {
        return admin.send(
                "POST",
                "platform/v1/organisations",
                type,
                BodyPublishers.ofByteArray(body.getBytes(Charset.forName(charset))));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        }
        return zipped.toByteArray();
    }
}
