package org.computility.trading.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketSide;
import org.computility.trading.Party;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final Party PARTY = new Party(UUID.randomUUID(), "seller", UUID.randomUUID());

    @Test
    void keyWordsCategoriesAndWordsAreTerms() {
        assertThat(Terms.of(entered("数据集", List.of("水利"), List.of("闸门 motion"), "Gate, 2026年")))
                .containsExactly(
                        "RESOURCE:dataset:k:闸门 motion",
                        "RESOURCE:dataset:c:水利",
                        "RESOURCE:dataset:w:闸门",
                        "RESOURCE:dataset:w:motion",
                        "RESOURCE:dataset:w:gate",
                        "RESOURCE:dataset:w:2026");
    }

    @Test
    void eachTwoNeighbouringChineseCharactersAreAWord() {
        assertThat(Terms.of(entered("数据集", List.of(), List.of(), "城市交通")))
                .containsExactly("RESOURCE:dataset:w:城市", "RESOURCE:dataset:w:市交", "RESOURCE:dataset:w:交通");
    }

    @Test
    void whatLooksAlikeIsTheSame() {
        assertThat(Terms.of(entered("Dataset", List.of("Ｗater "), List.of("Ｍotion"), null)))
                .isEqualTo(Terms.of(entered("数据", List.of("water"), List.of("motion"), null)));
    }

    @Test
    void aLongDescriptionGivesOnlyItsFirstWords() {
        String text = "水".repeat(10);
        StringBuilder many = new StringBuilder(text);
        for (int i = 0; i < 1000; i++) {
            many.append(" word").append(i);
        }

        assertThat(Terms.of(entered("x", List.of("c"), List.of("k"), many.toString())))
                .hasSize(202)
                .contains("RESOURCE:x:w:水水", "RESOURCE:x:w:word0")
                .doesNotContain("RESOURCE:x:w:word999");
    }

    @Test
    void aTypeOfAnyTextStaysOneWord() {
        assertThat(Terms.typeKey("a:b")).isEqualTo("a b");
        assertThat(Terms.typeKey("𠀀".repeat(40))).isEqualTo("𠀀".repeat(32));
        assertThat(Terms.Kind.of("RESOURCE:a b:k:c:d")).isEqualTo(Terms.Kind.KEY_WORD);
    }

    @Test
    void theOtherSideHasTheSameTerms() {
        assertThat(Terms.across(List.of("RESOURCE:dataset:k:a:b"), MarketSide.DEMAND))
                .containsExactly("DEMAND:dataset:k:a:b");
    }

    private static EnteredMarket entered(String type, List<String> categories, List<String> keyWords, String text) {
        return new EnteredMarket(
                MarketSide.RESOURCE, UUID.randomUUID(), PARTY, type, categories, keyWords, text, false, null);
    }
}
