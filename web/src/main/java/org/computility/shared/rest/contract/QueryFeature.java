package org.computility.shared.rest.contract;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.stream.Stream;

/**
 * Puts a {@link QueryFilter} before each method that reads its query string, and a {@link PathFilter} before each with a
 * parameter in its path, once at deployment. A query string that
 * does not fit the API description is refused with {@code member-missing}, {@code member-type}, {@code member-too-long}
 * or {@code member-invalid}, naming the parameter, or with the code that the parameter's {@code x-refused-as} says.
 */
@Provider
public class QueryFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (Stream.of(method.getParameters()).anyMatch(QueryFeature::isOfTheQuery)) {
            OperationName.of(method).ifPresent(operation -> context.register(new QueryFilter(operation)));
        }
        if (Stream.of(method.getParameters()).anyMatch(one -> one.isAnnotationPresent(PathParam.class))) {
            context.register(new PathFilter());
        }
    }

    private static boolean isOfTheQuery(Parameter parameter) {
        return parameter.isAnnotationPresent(QueryParam.class)
                || (parameter.isAnnotationPresent(BeanParam.class)
                        && Stream.of(parameter.getType().getDeclaredFields())
                                .anyMatch(field -> field.isAnnotationPresent(QueryParam.class)));
    }
}
