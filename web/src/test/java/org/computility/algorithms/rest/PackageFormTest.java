package org.computility.algorithms.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.shared.rest.files.SomeParts.part;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.computility.algorithms.archives.PackageImport;
import org.computility.algorithms.archives.ReceivedPackage;
import org.computility.audit.AuditNote;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

/** T/BAX 0006.5 table A.1. */
class PackageFormTest {

    private static final String MD5 = "9e107d9d372bb6826bd81d3542a419d6";

    private final Imports imports = new Imports();
    private final PackageForm form = new PackageForm(imports, new AuditNote());

    @Test
    void aFileIsImportedWithItsMd5() throws IOException {
        form.importParts(parts(part("File", "bytes"), part("MD5", MD5)));

        assertThat(imports.done).containsExactly("bytes " + MD5);
    }

    @Test
    void aUrlIsImportedWithItsMd5() throws IOException {
        form.importParts(parts(part("MD5", MD5), part("Url", " http://a/b.tar ")));
        form.importUrl("http://a/b.tar", MD5);

        assertThat(imports.done).containsExactly("http://a/b.tar " + MD5, "http://a/b.tar " + MD5);
    }

    @Test
    void whatIsMissingTooLongOrTooMuchIsRefusedInTheOrderOfTheTable() {
        String longUrl = "http://a/" + "b".repeat(256);

        refused("member-invalid", "Url", part("File", "bytes"), part("Url", ""), part("MD5", MD5));
        refused("member-missing", "MD5", part("File", "bytes"));
        refused("member-missing", "MD5", part("File", "bytes"), part("MD5", " "));
        refused("member-too-long", "MD5", part("File", "bytes"), part("MD5", MD5 + "0"));
        refused("member-missing", "File", part("MD5", MD5 + "0"));
        refused("member-missing", "File", part("Url", ""), part("MD5", MD5));
        refused("member-too-long", "Url", part("Url", longUrl));
        refused("member-missing", "MD5", part("Url", "http://a/b.tar"));
        assertThatThrownBy(() -> form.importUrl(longUrl, MD5)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> form.importUrl("http://a/b.tar", MD5 + "0")).isInstanceOf(Rejected.class);
        assertThat(imports.done).isEmpty();
    }

    @Test
    void onlyAnAcceleratorBesideTheAnnexIsWorthWords() throws IOException {
        assertThat(form.importUrl("http://a/b.tar", MD5)).isNull();

        imports.unlisted = List.of("ABACUS", "SLIDE-RULE");

        assertThat(form.importParts(parts(part("File", "bytes"), part("MD5", MD5)))
                        .words())
                .startsWith("success; warning: Accelerators names ABACUS, SLIDE-RULE, which annex H does not list");
    }

    private void refused(String code, String member, EntityPart... parts) {
        assertThatThrownBy(() -> form.importParts(parts(parts)))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly(code, member);
    }

    private static List<EntityPart> parts(EntityPart... parts) {
        return Arrays.asList(parts);
    }

    /** Remembers what it was given. */
    private static final class Imports extends PackageImport {

        private final List<String> done = new ArrayList<>();
        private List<String> unlisted = List.of();

        @Override
        public ReceivedPackage importFile(InputStream content, String md5) {
            try {
                return importUrl(new String(content.readAllBytes(), StandardCharsets.UTF_8), md5);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ReceivedPackage importUrl(String url, String md5) {
            done.add(url + " " + md5);
            return new ReceivedPackage("1", unlisted);
        }
    }
}
