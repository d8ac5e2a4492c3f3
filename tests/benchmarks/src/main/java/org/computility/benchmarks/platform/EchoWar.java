package org.computility.benchmarks.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes {@code echo.war}, to be deployed beside the platform on the same server: {@code asadmin deploy --contextroot
 * /echo echo.war}, {@code --deploy echo.war} on Payara Micro, or into WildFly's {@code deployments} folder.
 */
public final class EchoWar {

    private EchoWar() {}

    /** The one argument: the file to write. */
    public static void main(String... arguments) throws IOException {
        Path war = Path.of(arguments[0]);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            for (String type : List.of("EchoResource", "EchoResource$Echo", "EchoApplication")) {
                String file = "org/computility/benchmarks/platform/" + type + ".class";
                zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
                try (InputStream code = EchoWar.class.getResourceAsStream("/" + file)) {
                    code.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry("WEB-INF/beans.xml"));
            zip.write("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>"
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
