package org.computility.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void theIndexListsEveryMigrationFile() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        Schema.class.getResource("/db/migration/index.txt").toURI())
                .getParent();
        Set<String> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }

        assertThat(new MigrationFiles().paths()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void everyEntityFitsTheMigratedTables() {
        try (var entities = TestEntities.over(TestDatabase.fresh())) {
            var schema = entities.unwrap(SessionFactory.class).getSchemaManager();

            assertThat(entities.getMetamodel().getEntities()).isNotEmpty();
            assertThatCode(schema::validateMappedObjects).doesNotThrowAnyException();
        }
    }

    @Test
    void migratingAgainChangesNothing() {
        var database = TestDatabase.fresh();

        assertThatCode(() -> Schema.migrate(database)).doesNotThrowAnyException();
    }
}
