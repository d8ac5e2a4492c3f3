package org.computility.identity;

import jakarta.persistence.AttributeConverter;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes in one column, {@code |READ|JOBS|}. */
public class KeyScopeSet implements AttributeConverter<Set<KeyScope>, String> {

    @Override
    public String convertToDatabaseColumn(Set<KeyScope> scopes) {
        return scopes.stream().sorted().map(KeyScope::name).collect(Collectors.joining("|", "|", "|"));
    }

    @Override
    public Set<KeyScope> convertToEntityAttribute(String column) {
        Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        for (String name : column.split("\\|")) {
            if (!name.isEmpty()) {
                scopes.add(KeyScope.valueOf(name));
            }
        }
        return scopes;
    }
}
