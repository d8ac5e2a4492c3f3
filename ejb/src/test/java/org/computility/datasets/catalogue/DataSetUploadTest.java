package org.computility.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.computility.datasets.ContentStoreForTests;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetUploadTest {

    private static final String MD5_OF_ABC = "900150983cd24fb0d6963f7d28e17f72";
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final MarketForTests market = new MarketForTests();
    private final DataSetCatalogue catalogue = DataSetsForTests.over(market.sessions, market.caller);

    @TempDir
    Path folder;

    private DataSetUpload uploads;

    @BeforeEach
    void assemble() {
        uploads = DataSetsForTests.into(ContentStoreForTests.in(folder), catalogue, market.caller);
        market.open("owner", market.organisation(), Role.PROVIDER);
        market.open("other", market.organisation(), Role.CONSUMER);
        market.open("auditor", market.organisation(), Role.AUDITOR);
        market.open("admin", market.organisation(), Role.ADMINISTRATOR);
        market.be("owner");
    }

    @Test
    void theSameUploadOnceMoreIsTheSameDataSet() {
        String id = upload("gates", MD5_OF_ABC, 3);

        assertThat(upload("gates", MD5_OF_ABC.toUpperCase(Locale.ROOT), 3)).isEqualTo(id);
        assertThat(upload("other gates", MD5_OF_ABC, 3)).isNotEqualTo(id);
        market.be("other");
        assertThat(upload("gates", MD5_OF_ABC, 3)).isNotEqualTo(id);
        assertThat(catalogue.held(id).orElseThrow().content().sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(catalogue.held("gate-7")).isEmpty();
        assertThat(catalogue.contentsAmong(List.of(SHA256_OF_ABC, "00"))).containsExactly(SHA256_OF_ABC);
    }

    @Test
    void nothingIsLeftOfWhatIsNotAsItWasSaidToBe() throws IOException {
        refused("data-set-md5-mismatch", "00150983cd24fb0d6963f7d28e17f720", 3);
        refused("data-set-size-mismatch", MD5_OF_ABC, 4);
        refused("data-set-size-mismatch", MD5_OF_ABC, 2);
        refused("data-set-too-large", MD5_OF_ABC, 1 << 21);
        refused("member-invalid", "abc", 3);
        market.be("auditor");
        refused("role-missing", MD5_OF_ABC, 3);

        assertThat(catalogue.page(null, page()).total()).isZero();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aTextIsFoundInTitlesAndDescriptions() {
        upload("水库 gates", MD5_OF_ABC, 3);

        assertThat(catalogue.page("GATES", page()).total()).isEqualTo(1);
        assertThat(catalogue.page("moved", page()).total()).isEqualTo(1);
        assertThat(catalogue.page("水", page()).content().get(0).title()).isEqualTo("水库 gates");
        assertThat(catalogue.page("%", page()).total()).isZero();
        assertThat(catalogue.page("", page()).total()).isEqualTo(1);
    }

    @Test
    void othersFindOnlyWhatIsPublicAndAdministratorsAll() {
        String own = upload("own", MD5_OF_ABC, 3);
        market.be("other");
        upload("theirs", MD5_OF_ABC, 3);
        String forAll = upload("public", MD5_OF_ABC, 3, true);
        market.be("owner");

        Page<DataSetView> found = catalogue.page(null, page());
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.content()).extracting(DataSetView::id).containsExactlyInAnyOrder(own, forAll);
        assertThat(catalogue.page("theirs", page()).total()).isZero();
        market.be("admin");
        assertThat(catalogue.page(null, page()).total()).isEqualTo(3);
    }

    @Test
    void theLatestUploadSaysWhoMayRead() {
        String id = upload("gates", MD5_OF_ABC, 3);

        assertThat(upload("gates", MD5_OF_ABC, 3, true)).isEqualTo(id);
        assertThat(catalogue.held(id).orElseThrow().forAll()).isTrue();
        assertThat(upload("gates", MD5_OF_ABC, 3, false)).isEqualTo(id);
        assertThat(catalogue.held(id).orElseThrow().forAll()).isFalse();
    }

    private static PageRequest page() {
        return new PageRequest(1, 50, List.of(new PageRequest.Order("datasetName", true)));
    }

    private void refused(String code, String md5, long size) {
        assertThatThrownBy(() -> upload("gates", md5, size))
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String upload(String title, String md5, long size) {
        return upload(title, md5, size, false);
    }

    private String upload(String title, String md5, long size, boolean forAll) {
        InputStream abc = new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII));
        NewDataSet said = new NewDataSet(title, md5, size, "What moved", null, forAll);
        return market.sessions.commit(() -> uploads.upload(said, abc));
    }
}
