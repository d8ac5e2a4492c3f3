package org.computility.identity.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import java.lang.reflect.Method;
import java.util.Optional;
import org.computility.identity.IssuedToken;
import org.computility.identity.KeyScope;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.RecordsItsChanges;
import org.computility.shared.rest.contract.OperationScopes;

/** Whether an application's key opens an operation: by the scope in the API description, and by whether the operation changes something. */
final class KeyAdmission {

    private KeyAdmission() {}

    /** Denied {@code scope-missing} for a key that does not; tokens that are no keys open all operations. */
    static void admit(IssuedToken shown, Method operation) {
        if (shown.isKey()) {
            KnownTokens.admit(shown, part(operation).orElse(null), changes(operation));
        }
    }

    /** Empty where no scope opens all. */
    static Optional<KeyScope> part(Method operation) {
        String scope = OperationScopes.of(operation);
        return scope.equals(OperationScopes.NONE) ? Optional.empty() : Optional.of(KeyScope.valueOf(scope));
    }

    /** What leaves an audit record changes something, whatever its HTTP method; a search by POST says that it does not. */
    static boolean changes(Method operation) {
        if (operation.isAnnotationPresent(Audited.class) || operation.isAnnotationPresent(RecordsItsChanges.class)) {
            return true;
        }
        return !operation.isAnnotationPresent(GET.class)
                && !operation.isAnnotationPresent(HEAD.class)
                && !operation.isAnnotationPresent(NotAudited.class);
    }
}
