package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annex G as nodes of other makers may tell it. */
class DeviceInfoTest {

    @Test
    void whatIsAsTheAnnexShowsItAndWhatItDoesNotShowPassAsTheyCame() {
        String told =
                "{\"DeviceID\":\"d\",\"IP\":\"192.168.0.1\",\"HostName\":\"box\",\"IsOnline\":true,\"OS\":\"Linux\","
                        + "\"Cpu\":64,\"CpuType\":\"x86\",\"CpuUtilization\":0.233444,\"Memory\":128,\"MemoryUsed\":45.3,"
                        + "\"Disk\":1024,\"DiskUsed\":45.0,\"DiskDetails\":[{\"Path\":\"/data\",\"Disk\":4096,\"DiskUsed\":300.5}],"
                        + "\"XpuMonitors\":[{\"XpuMemory\":16,\"XpuMemoryUsed\":5.0,\"XpuUtilization\":0.2,\"XpuType\":\"NVIDIA-T4\"}],"
                        + "\"AlgoServiceMonitors\":[{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"p\",\"XpuMemory\":16,"
                        + "\"XpuType\":\"NVIDIA-T4\"}],\"Energy\":[{\"Source\":\"RAPL\"}],\"Note\":7}";

        assertThat(read(told)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'HostName':7,'OS':null,'CpuType':'','IP':['a']}              | {}",
                "{'Cpu':'64','CpuUtilization':'0.2','Memory':true,'Disk':{}}    | {}",
                "{'Cpu':64.0}                                                  | {'Cpu':64}",
                "{'Cpu':6.4e1}                                                 | {'Cpu':64}",
                "{'Cpu':4.5}                                                   | {}",
                "{'Cpu':-1}                                                    | {}",
                "{'Cpu':1e300}                                                 | {}",
                "{'IsOnline':'true'}                                           | {}",
                "{'IsOnline':0,'OS':'Linux'}                                   | {'OS':'Linux'}",
                "{'XpuMonitors':{'XpuType':'A2'},'DiskDetails':'none'}         | {}",
                "{'XpuMonitors':[1,null,{'XpuType':2,'XpuMemory':16}]}         | {'XpuMonitors':[{'XpuMemory':16}]}",
                "{'DiskDetails':[{'Path':1,'Disk':'1','DiskUsed':2}]}          | {'DiskDetails':[{'DiskUsed':2}]}",
                "{'AlgoServiceMonitors':[{'AlgoServiceID':1,'XpuMemory':'2'}]} | {'AlgoServiceMonitors':[{}]}"
            })
    void aMemberOfAnotherTypeIsLeftOut(String told, String read) {
        assertThat(read(told.replace('\'', '"'))).isEqualTo(read.replace('\'', '"'));
    }

    @Test
    void textsAreCutBetweenCharacters() {
        String long256 = "\ud83d\ude00".repeat(256);

        assertThat(DeviceInfo.all(json("{\"OS\":\"" + long256 + "x\",\"CpuType\":\"" + long256 + "\"}")))
                .extracting(machine -> machine.getString("OS"), machine -> machine.getString("CpuType"))
                .containsExactly(tuple(long256, long256));
    }

    @Test
    void aNodeMayBeOneMachineOrSeveral() {
        JsonObject machine = json("{\"DeviceID\":\"d\"}");

        assertThat(DeviceInfo.all(machine)).containsExactly(machine);
        assertThat(DeviceInfo.all(Json.createArrayBuilder()
                        .add(machine)
                        .add("none")
                        .add(machine)
                        .build()))
                .containsExactly(machine, machine);
        assertThat(DeviceInfo.all(JsonValue.EMPTY_JSON_ARRAY)).isEmpty();
    }

    @Test
    void whatTellsOfNoMachineIsNoAnswer() {
        assertThatThrownBy(() -> DeviceInfo.all(Json.createArrayBuilder().add(1).build()))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> DeviceInfo.all(JsonValue.NULL)).isInstanceOf(ClassCastException.class);
    }

    private static String read(String told) {
        return DeviceInfo.all(json(told)).get(0).toString();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
