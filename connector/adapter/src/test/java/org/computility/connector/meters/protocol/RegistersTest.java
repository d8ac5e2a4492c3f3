package org.computility.connector.meters.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.computility.connector.meters.MeterPoint.ModbusRegister;
import org.computility.connector.meters.MeterPoint.RegisterType;
import org.computility.connector.meters.PointReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistersTest {

    @ParameterizedTest
    @CsvSource({
        "UINT16, false, ffff, 65535",
        "INT16, false, ffff, -1",
        "UINT32, false, ffff fffe, 4294967294",
        "UINT32, true, fffe ffff, 4294967294",
        "INT32, false, ffff fffe, -2",
        "UINT64, false, ffff ffff ffff ffff, 18446744073709551615",
        "UINT64, true, 0001 0000 0000 0000, 1",
        "FLOAT32, false, 3dcc cccd, 0.1",
        "FLOAT32, true, cccd 3dcc, 0.1",
        "FLOAT64, false, 40fe 240c 9fbe 76c9, 123456.789",
    })
    void readsNumbers(RegisterType type, boolean lowWordFirst, String raw, String value) {
        PointReading reading = decode(type, lowWordFirst, raw);
        assertThat(reading.value()).isEqualByComparingTo(value);
        assertThat(reading.raw()).isEqualTo(raw);
        assertThat(reading.failure()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, 7fc0 0000", "FLOAT32, 7f80 0000", "FLOAT64, 7ff0 0000 0000 0000"})
    void whatIsNoNumberIsNoValue(RegisterType type, String raw) {
        PointReading reading = decode(type, false, raw);
        assertThat(reading.value()).isNull();
        assertThat(reading.failure()).contains(raw);
    }

    @Test
    void aTypeSaysHowManyRegistersItTakes() {
        assertThat(RegisterType.UINT16.registers()).isEqualTo(1);
        assertThat(RegisterType.FLOAT32.registers()).isEqualTo(2);
        assertThat(RegisterType.FLOAT64.registers()).isEqualTo(4);
    }

    private static PointReading decode(RegisterType type, boolean lowWordFirst, String raw) {
        int[] words = Arrays.stream(raw.split(" "))
                .mapToInt(word -> Integer.parseInt(word, 16))
                .toArray();
        return Registers.decode(new ModbusRegister(1, false, 0, type, lowWordFirst), words);
    }
}
