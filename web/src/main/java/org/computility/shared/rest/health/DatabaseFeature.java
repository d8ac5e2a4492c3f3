package org.computility.shared.rest.health;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.computility.shared.database.outage.DatabaseState;
import org.computility.shared.rest.WithoutDatabase;

/** Puts a {@link DatabaseFilter} before each method that needs the database. */
@Provider
public class DatabaseFeature implements DynamicFeature {

    @Inject
    private DatabaseState database;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceMethod().isAnnotationPresent(WithoutDatabase.class)
                && !resource.getResourceClass().isAnnotationPresent(WithoutDatabase.class)) {
            context.register(new DatabaseFilter(database));
        }
    }
}
