package org.computility.planning.dispatch.placement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.planning.quotas.StreamQuotas;

/** What licences a round of starts needs: nothing is locked or counted for capabilities that no licence bounds. */
public final class LicensedWishes {

    private LicensedWishes() {}

    /** The capabilities of those wishes that a licence bounds. */
    public static Set<StreamQuotas.Licensed> among(List<Wish> wishes) {
        return wishes.stream()
                .filter(Wish::licensed)
                .map(wish -> new StreamQuotas.Licensed(wish.organisationId(), wish.algoDefCode()))
                .collect(Collectors.toSet());
    }
}
