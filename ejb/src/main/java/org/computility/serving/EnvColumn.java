package org.computility.serving;

import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Variables of a service as JSON. */
class EnvColumn implements AttributeConverter<List<EnvItem>, String> {

    @Override
    public String convertToDatabaseColumn(List<EnvItem> env) {
        return env == null ? null : EnvCodec.json(env);
    }

    @Override
    public List<EnvItem> convertToEntityAttribute(String json) {
        return json == null ? null : EnvCodec.items(json);
    }
}
