package org.computility.shared.database;

import jakarta.persistence.AttributeConverter;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of constants in one column, {@code |FIRST|SECOND|}: a list of rows is one query, and a constant can be searched. */
public abstract class ConstantSet<E extends Enum<E>> implements AttributeConverter<Set<E>, String> {

    private static final String MARK = "|";

    private final Class<E> type;

    protected ConstantSet(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(Set<E> constants) {
        return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(MARK, MARK, MARK));
    }

    @Override
    public Set<E> convertToEntityAttribute(String column) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String name : column.split("\\|")) {
            if (!name.isEmpty()) {
                constants.add(Enum.valueOf(type, name));
            }
        }
        return constants;
    }
}
