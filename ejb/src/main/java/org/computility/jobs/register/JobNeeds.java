package org.computility.jobs.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.computility.centers.registration.CenterNeeds;

/** Jobs that have not ended need their centers, specs and images. */
@ApplicationScoped
public class JobNeeds implements CenterNeeds {

    @Inject
    Jobs jobs;

    @Inject
    DataSetPlaces places;

    @Override
    public boolean needsCenter(String centerId) {
        return jobs.needCenter(centerId) > 0;
    }

    @Override
    public boolean needsServices(String centerId) {
        return jobs.needServices(centerId) > 0;
    }

    @Override
    public boolean runsAt(String centerId) {
        return jobs.runAt(centerId) > 0;
    }

    /** Nobody knows any more which data sets lie near that center. */
    @Override
    public void forget(String centerId) {
        places.forgetAt(centerId);
    }

    @Override
    public boolean needsSpec(String specId) {
        return jobs.needSpec(specId) > 0;
    }

    @Override
    public boolean needsImage(String imageId) {
        return jobs.needImage(imageId) > 0;
    }
}
