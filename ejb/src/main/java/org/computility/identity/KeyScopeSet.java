package org.computility.identity;

import org.computility.shared.database.ConstantSet;

/** Scopes in one column. */
public class KeyScopeSet extends ConstantSet<KeyScope> {

    public KeyScopeSet() {
        super(KeyScope.class);
    }
}
