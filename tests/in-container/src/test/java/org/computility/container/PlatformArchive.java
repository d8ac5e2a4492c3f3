package org.computility.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive that the build made for this server, whole, with one test class and its beans added. */
final class PlatformArchive {

    private static final String TESTS = "in-container-tests.war";

    private final List<Class<?>> tests = new ArrayList<>();
    private final List<Class<?>> beans = new ArrayList<>();
    private final List<Class<?>> artifacts = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();

    private PlatformArchive(Class<?> test) {
        tests.add(test);
    }

    static PlatformArchive of(Class<?> test) {
        return new PlatformArchive(test);
    }

    /** Beans in the business module, beside the platform's own. */
    PlatformArchive with(Class<?>... more) {
        beans.addAll(List.of(more));
        return this;
    }

    /** Classes beside the test. */
    PlatformArchive beside(Class<?>... more) {
        tests.addAll(List.of(more));
        return this;
    }

    /** A batch job in the module of the platform's own: {@code META-INF/batch-jobs/‹name›.xml} and its artifacts. */
    PlatformArchive withJob(String name, Class<?>... more) {
        jobs.add("META-INF/batch-jobs/" + name + ".xml");
        artifacts.addAll(List.of(more));
        return this;
    }

    Archive<?> build() {
        return System.getProperty("arquillian.launch").equals("wildfly") ? ear() : war();
    }

    private WebArchive war() {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "computility.war")
                .importFrom(Servers.home().resolve("computility.war").toFile())
                .as(WebArchive.class)
                .addClasses(tests.toArray(Class<?>[]::new))
                .addClasses(beans.toArray(Class<?>[]::new))
                .addClasses(artifacts.toArray(Class<?>[]::new))
                .addAsLibraries(libraries());
        jobs.forEach(war::addAsResource);
        return war;
    }

    private EnterpriseArchive ear() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "computility.ear")
                .importFrom(
                        Path.of("..", "..", "ear", "target", "computility.ear").toFile())
                .as(EnterpriseArchive.class);
        JavaArchive business = taken(ear, "computility-ejb.jar").addClasses(beans.toArray(Class<?>[]::new));
        JavaArchive batch = taken(ear, "computility-batch-jobs.jar").addClasses(artifacts.toArray(Class<?>[]::new));
        jobs.forEach(batch::addAsResource);
        WebArchive web = ShrinkWrap.create(WebArchive.class, TESTS)
                .addClasses(tests.toArray(Class<?>[]::new))
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml")
                .addAsLibraries(libraries());
        return ear.addAsModule(business)
                .addAsModule(batch)
                .addAsModule(Testable.archiveToTest(web))
                .setApplicationXML(new StringAsset(modulesAndTests(ear)));
    }

    /** Out of the EAR, as an archive of its own. */
    private static JavaArchive taken(EnterpriseArchive ear, String name) {
        JavaArchive module = ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(ear.get(name).getAsset().openStream())
                .as(JavaArchive.class);
        ear.delete(name);
        return module;
    }

    private static String modulesAndTests(EnterpriseArchive ear) {
        String module = "<module><web><web-uri>" + TESTS
                + "</web-uri><context-root>/in-container</context-root></web></module>";
        try (InputStream built = ear.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(built.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<library-directory>", module + "<library-directory>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File[] libraries() {
        return new File[] {jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class)};
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
