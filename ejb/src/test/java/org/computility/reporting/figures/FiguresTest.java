package org.computility.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.computility.shared.BusinessFailure;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final List<FigureGroup> POWER = List.of(FigureGroup.POWER);

    @Test
    void aGroupIsTheMemberOfItsName() {
        Figures figures = read("{\"power\":{\"pue\":1.25,\"备注\":[1,{\"b\":2,\"a\":null}]},\"centerId\":7}");

        assertThat(figures.text()).isEqualTo("{\"power\":{\"pue\":1.25,\"备注\":[1,{\"a\":null,\"b\":2}]}}");
        assertThat(figures.number("power.pue").orElseThrow()).isEqualByComparingTo("1.25");
        assertThat(figures.number("power.wue")).isEmpty();
        assertThat(figures.number("power.备注")).isEmpty();
        assertThat(figures.number("supply.standardRacks")).isEmpty();
    }

    @Test
    void knownMembersMayStandBesideTheirGroup() {
        assertThat(read("{\"pue\":1.25,\"wue\":0.4}")).isEqualTo(read("{\"power\":{\"pue\":1.25,\"wue\":0.4}}"));
        assertThat(read("{\"power\":{\"pue\":1.25},\"wue\":0.4}"))
                .isEqualTo(read("{\"power\":{\"pue\":1.25,\"wue\":0.4}}"));
        assertThat(read("{\"power\":{},\"weather\":\"hot\"}").text()).isEqualTo("{\"power\":{},\"weather\":\"hot\"}");
    }

    @Test
    void whatSaysNothingOrTwoThingsIsRefused() {
        refused("member-missing", "{\"weather\":\"hot\"}");
        refused("member-repeated", "{\"power\":{\"pue\":1.25},\"pue\":1.3}");
        assertThat(read("{\"power\":{\"pue\":1.25},\"pue\":1.25}").text()).isEqualTo("{\"power\":{\"pue\":1.25}}");
    }

    @Test
    void equalFiguresAreEqualTextsWhateverTheirWriting() {
        Figures plain = read("{\"power\":{\"cue\":0,\"electricityConsume\":1200000,\"pue\":1.3}}");
        Figures odd = read("{\"power\":{\"pue\":1.30,\"electricityConsume\":1.2E6,\"cue\":0.00}}");

        assertThat(odd).isEqualTo(plain);
        assertThat(odd.hash()).isEqualTo(plain.hash()).hasSize(64);
        FiguresColumn column = new FiguresColumn();
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(odd)))
                .isEqualTo(plain);
    }

    @Test
    void aMemberStandsInOneGroupOnly() {
        List<String> members = Arrays.stream(FigureGroup.values())
                .flatMap(group -> group.members().stream())
                .toList();

        assertThat(members).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    private static void refused(String code, String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static Figures read(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            JsonObject json = reader.readObject();
            return Figures.read(json, POWER, Set.of("centerId"));
        }
    }
}
