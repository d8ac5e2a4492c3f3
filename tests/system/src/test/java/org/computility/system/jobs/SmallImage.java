package org.computility.system.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A root folder with a shell and {@code cat} of this machine, and nothing else: an image. */
final class SmallImage {

    private static final String COPY = """
            mkdir -p usr/bin etc && cp -L /bin/sh /bin/cat usr/bin/ && ln -s usr/bin bin && echo "$1" >etc/release
            for library in $(ldd /bin/sh /bin/cat | grep -o '/[^ ]*' | grep '\\.so' | sort -u); do
              mkdir -p ".${library%/*}" && cp -L "$library" ".$library" || exit 1
            done
            """;

    private SmallImage() {}

    /** @param release what its file {@code /etc/release} says */
    static void make(Path folder, String release) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process copying = new ProcessBuilder("sh", "-c", COPY, "sh", release)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("No image in " + folder);
        }
    }
}
