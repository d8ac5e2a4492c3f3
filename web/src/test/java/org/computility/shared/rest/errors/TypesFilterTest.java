package org.computility.shared.rest.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=GBK",
                "application/json;charset=\"utf-8\";",
                "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                "multipart/form-data; boundary=\"a b, c\"",
                "application/problem+json",
                ""
            })
    void isAType(String header) {
        assertThat(TypesFilter.isType(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b/c",
                "json",
                "/json",
                "a/",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "a/b; c",
                "a/b;c=\"d"
            })
    void isNoType(String header) {
        assertThat(TypesFilter.isType(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
                "application/json,",
                ""
            })
    void areRanges(String header) {
        assertThat(TypesFilter.areRanges(List.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "application/json, a/b/c", "json"})
    void areNoRanges(String header) {
        assertThat(TypesFilter.areRanges(List.of("text/plain", header))).isFalse();
    }
}
