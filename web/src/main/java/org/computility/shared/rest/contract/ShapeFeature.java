package org.computility.shared.rest.contract;

import jakarta.json.JsonValue;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Puts a {@link ShapeFilter} before each method that has a {@link Shape}, once at deployment: a filter that asked at every
 * request which method is called would spend more on the question than on the answer.
 */
@Provider
public class ShapeFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Shape shape = resource.getResourceMethod().getAnnotation(Shape.class);
        if (shape != null) {
            context.register(new ShapeFilter(shape, takesTheDocument(resource.getResourceMethod())));
        } else {
            context.register(new PlainBodyFilter());
        }
    }

    private static boolean takesTheDocument(Method method) {
        return Stream.of(method.getParameterTypes()).anyMatch(JsonValue.class::isAssignableFrom);
    }
}
