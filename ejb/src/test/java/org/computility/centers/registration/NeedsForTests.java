package org.computility.centers.registration;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** One room above, which needs what its set names. */
public final class NeedsForTests implements Instance<CenterNeeds>, CenterNeeds {

    public final Set<String> needed = new HashSet<>();

    /** Centers where services run. */
    public final Set<String> services = new HashSet<>();

    /** Centers where something runs. */
    public final Set<String> running = new HashSet<>();

    /** What it was told to forget, in that order. */
    public final List<String> forgotten = new ArrayList<>();

    @Override
    public boolean needsCenter(String centerId) {
        return needed.contains(centerId);
    }

    @Override
    public boolean needsServices(String centerId) {
        return services.contains(centerId);
    }

    @Override
    public boolean runsAt(String centerId) {
        return running.contains(centerId);
    }

    @Override
    public void forget(String centerId) {
        forgotten.add(centerId);
    }

    @Override
    public boolean needsSpec(String specId) {
        return needed.contains(specId);
    }

    @Override
    public boolean needsImage(String imageId) {
        return needed.contains(imageId);
    }

    @Override
    public Iterator<CenterNeeds> iterator() {
        return List.<CenterNeeds>of(this).iterator();
    }

    @Override
    public CenterNeeds get() {
        return this;
    }

    @Override
    public Instance<CenterNeeds> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends CenterNeeds> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends CenterNeeds> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return false;
    }

    @Override
    public boolean isAmbiguous() {
        return false;
    }

    @Override
    public void destroy(CenterNeeds instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<CenterNeeds> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<CenterNeeds>> handles() {
        throw new UnsupportedOperationException();
    }
}
