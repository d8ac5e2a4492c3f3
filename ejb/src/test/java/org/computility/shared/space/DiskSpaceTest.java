package org.computility.shared.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskSpaceTest {

    private static final long MIB = 1 << 20;

    private long free = 100 * MIB;
    private final DiskSpace space = new DiskSpace(() -> free, 64 * MIB);

    @Test
    void whatWouldUseTheReserveIsRefusedUntilThereIsRoomAgain() {
        assertThatCode(() -> space.require(36 * MIB)).doesNotThrowAnyException();
        assertThatThrownBy(() -> space.require(36 * MIB + 1)).isInstanceOfSatisfying(Unavailable.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(507);
            assertThat(refusal.code()).isEqualTo("storage-full");
        });

        free = 63 * MIB;
        assertThatThrownBy(() -> space.require(0)).isInstanceOf(BusinessFailure.class);

        free = 100 * MIB;
        assertThatCode(() -> space.require(MIB)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"420, 64", "2048, 256", "8192, 1024", "100000000, 1024"})
    void theReserveFollowsTheSizeOfTheFileSystem(long total, long reserve) {
        assertThat(DiskSpace.reserve(key -> Optional.empty(), total * MIB)).isEqualTo(reserve * MIB);
    }

    @Test
    void theReserveCanBeSetAndNonsenseIsRefused() {
        assertThat(DiskSpace.reserve(key -> Optional.of("10"), MIB)).isEqualTo(10 * MIB);
        assertThatThrownBy(() -> DiskSpace.reserve(key -> Optional.of("much"), MIB))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFullDiskIsKnownFromTheDatabaseAndFromFiles() {
        assertThat(FullDisk.isOne(new EJBException(new IllegalStateException(new SQLException("x", "53100")))))
                .isTrue();
        assertThat(FullDisk.isOne(new IOException("a/b: No space left on device")))
                .isTrue();
        assertThat(FullDisk.isOne(new IOException("Disk quota exceeded"))).isTrue();
        assertThat(FullDisk.isOne(new IOException())).isFalse();
        assertThat(FullDisk.isOne(new SQLException("x", "53300"))).isFalse();
    }
}
