package org.computility.shared.rest.files;

import static org.computility.shared.rest.FakeCall.fake;

import jakarta.ws.rs.core.EntityPart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Parts of a form, as much of them as is asked for. */
public final class SomeParts {

    private SomeParts() {}

    public static EntityPart part(String name, String content) {
        return part(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    public static EntityPart part(String name, InputStream content) {
        return fake(EntityPart.class, (proxy, asked, arguments) -> switch (asked.getName()) {
            case "getName" -> name;
            case "getContent" -> content;
            default -> throw new UnsupportedOperationException(asked.getName());
        });
    }
}
