package org.computility.identity.rest.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void fieldsComeBehindThoseOfTheQuery() {
        Map<String, String[]> all = added(Map.of("a", new String[] {"query"}), "a=body&b=%E4%B8%AD+x&c&d=1=2&&=");

        assertThat(all.get("a")).containsExactly("query", "body");
        assertThat(all.get("b")).containsExactly("中 x");
        assertThat(all.get("c")).containsExactly("");
        assertThat(all.get("d")).containsExactly("1=2");
        assertThat(all).hasSize(4);
    }

    @Test
    void whatCannotBeDecodedStaysAsItIs() {
        assertThat(added(Map.of(), "a=%zz").get("a")).containsExactly("%zz");
    }

    @Test
    void aFormIsToldByItsType() {
        assertThat(FormFields.isForm("Application/X-WWW-Form-UrlEncoded; charset=UTF-8"))
                .isTrue();
        assertThat(FormFields.isForm("application/json")).isFalse();
        assertThat(FormFields.isForm(null)).isFalse();
    }

    private static Map<String, String[]> added(Map<String, String[]> query, String body) {
        return FormFields.added(query, body.getBytes(StandardCharsets.US_ASCII));
    }
}
