package org.computility.reporting.figures;

import jakarta.json.JsonValue;
import jakarta.persistence.Converter;
import org.computility.shared.database.JsonColumn;

/** Figures in a column of type {@code jsonb}. */
@Converter
public class FiguresColumn extends JsonColumn<Figures> {

    @Override
    protected JsonValue write(Figures figures) {
        return figures.json();
    }

    @Override
    protected Figures read(JsonValue kept) {
        return Figures.of(kept.asJsonObject());
    }
}
