package org.computility.shared.order;

import java.util.Comparator;
import java.util.List;

/** Orders lists of constants: the shorter first; of the same length by their constants, one by one. */
public final class FewerFirst<E extends Enum<E>> implements Comparator<List<E>> {

    @Override
    public int compare(List<E> left, List<E> right) {
        int byLength = Integer.compare(left.size(), right.size());
        for (int i = 0; byLength == 0 && i < left.size(); i++) {
            int byConstant = left.get(i).compareTo(right.get(i));
            if (byConstant != 0) {
                return byConstant;
            }
        }
        return byLength;
    }
}
