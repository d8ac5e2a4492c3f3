package org.computility.planning.documents;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class NodeFormTest {

    @Test
    void putsOptionsThatStandInsideTheRulesBesideThem() {
        JsonObject form = form("{'AlgoDefCode':'M','RulesParams':[{'EventID':'e','StreamOptions':{'Url':'a'}},7]}");

        assertThat(form)
                .hasToString(json("{'AlgoDefCode':'M','RulesParams':[{'EventID':'e'},7],'StreamOptions':{'Url':'a'}}"));
    }

    @Test
    void prefersOptionsThatStandBesideTheRules() {
        JsonObject form = form("{'FileOptions':{'Url':'b'},'RulesParams':[{'FileOptions':{'Url':'a'}}]}");

        assertThat(form).hasToString(json("{'FileOptions':{'Url':'b'},'RulesParams':[{}]}"));
    }

    @Test
    void leavesEverythingElseAsItWasGiven() {
        String given = "{'Labels':{'site':'north'},'RulesParams':'none','Extra':[1,null]}";

        assertThat(form(given)).hasToString(json(given));
    }

    private static JsonObject form(String text) {
        return new TaskDocument(json(text)).forNode();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
