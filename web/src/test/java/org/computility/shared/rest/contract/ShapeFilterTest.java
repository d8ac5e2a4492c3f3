package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.computility.results.rest.ResultsResource;
import org.computility.shared.Rejected;
import org.computility.shared.rest.FakeCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices deliver is cleaned before it is judged. */
class ShapeFilterTest {

    private static final String GOOD = "{'id':'5f0c9f0e-096f-488b-8151-9c1e47adafa5',"
            + "'taskInstanceId':'70553686-096f-488b-8151-9c1e47adafa5','computeCode':'11010800005020000001',"
            + "'algoDefCode':'M','sequence':1,'time':'2026-11-22T08:00:03.480Z','data':{}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'data':{'label':'a\\u0000b','n\\u0000':1}}        | 'data':{'label':'a\ufffdb','n\ufffd':1}}",
                "'data':{'areas':[1,1e400],'score':1e400}}         | 'data':{'areas':[1,null]}}",
                "'data':{},'note\\u0000':{'labels':['\\ud800']}} | 'data':{},'note\ufffd':{'labels':['\ufffd']}}",
                "'data':{},'deviceId':'\\u0000'}                   | 'data':{},'deviceId':'\ufffd'}",
                "'data':{},'mediaTime':1e999999999}                | 'data':{}}"
            })
    void oneOddEntryOfADeliveryRefusesNothing(String odd, String kept) throws Exception {
        FakeCall call = delivery(GOOD.replace("'data':{}}", odd));

        filter().filter(call.request());

        assertThat(call.handedOn())
                .isEqualTo(json("{'results':[" + GOOD + "," + GOOD.replace("'data':{}}", kept) + "]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'sequence':1e200000        | member-missing  | results[1].sequence",
                "'sequence':'\\u0000'       | member-type     | results[1].sequence",
                "'computeCode':'1\\u0000'   | member-invalid  | results[1].computeCode"
            })
    void whatIsNotGoodWhenCleanedIsRefusedByName(String odd, String code, String member) throws Exception {
        String name = odd.substring(0, odd.indexOf(':') + 1);
        ContainerRequestContext call = delivery(GOOD.replaceAll(name + "[^,]*", odd.replace("\\", "\\\\")))
                .request();
        ShapeFilter filter = filter();

        assertThatThrownBy(() -> filter.filter(call))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly(code, member);
    }

    @Test
    void aDeliveryWithNothingOddIsHandedOnAsItCame() throws Exception {
        FakeCall call = delivery(GOOD);

        filter().filter(call.request());

        assertThat(call.handedOn()).isEqualTo(json("{'results':[" + GOOD + "," + GOOD + "]}"));
    }

    private static ShapeFilter filter() throws NoSuchMethodException {
        return new ShapeFilter(
                ResultsResource.class.getMethod("take", JsonObject.class).getAnnotation(Shape.class), true);
    }

    private static FakeCall delivery(String second) throws IOException {
        return new FakeCall("POST", "platform/v1/results")
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .sent(json("{'results':[" + GOOD + "," + second + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String sketch) {
        return sketch.replace('\'', '"');
    }
}
