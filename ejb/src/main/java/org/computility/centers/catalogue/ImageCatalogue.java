package org.computility.centers.catalogue;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.computility.centers.registration.CenterNeeds;
import org.computility.centers.registration.CenterRegistration;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.database.UniqueKey;

/**
 * The images. A root folder, or what every center has, is an administrator's to name: a job reads all that lies in it. Everybody but devices reads what is said of images.
 */
@Stateless
public class ImageCatalogue {

    @Inject
    Images images;

    @EJB
    CenterRegistration centers;

    @Inject
    @Any
    Instance<CenterNeeds> needs;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Offers an image; Conflict {@code job-image-exists} where its id is taken. */
    public ImageView offer(NewImage wanted) {
        mayOffer(wanted.centerId(), wanted.location());
        Image image = Image.of(
                new NewImage(
                        CatalogueIds.orFresh(wanted.id()),
                        wanted.name(),
                        wanted.desc(),
                        wanted.centerId(),
                        wanted.location(),
                        wanted.command(),
                        wanted.arch(),
                        wanted.processor(),
                        wanted.operationSystem(),
                        wanted.framework(),
                        wanted.createTime(),
                        wanted.installedLib()),
                clock.instant());
        UniqueKey.keep(
                () -> images.session().insert(image),
                () -> new Conflict("job-image-exists", new Member("id"), "An image has this {member} already."));
        return image.view();
    }

    /** Changes what is named; jobs that have begun keep what they began with. */
    public ImageView change(String id, ImageChange change) {
        caller.require(Role.OPERATORS);
        Image image = images.lock(id).orElseThrow(() -> unknown(id));
        mayOffer(image.centerId(), image.view().location());
        mayOffer(image.centerId(), change.location());
        image.change(change);
        images.session().update(image);
        return image.view();
    }

    /** Offers it no longer; Conflict {@code job-image-in-use} while jobs need it. */
    public void withdraw(String id) {
        caller.require(Role.OPERATORS);
        Image image = images.lock(id).orElseThrow(() -> unknown(id));
        mayOffer(image.centerId(), image.view().location());
        if (needs.stream().anyMatch(room -> room.needsImage(id))) {
            throw new Conflict("job-image-in-use", "Jobs that have not ended start from image " + id + ".");
        }
        images.session().delete(image);
    }

    public ImageView get(String id) {
        caller.require(Role.READERS);
        return shown(find(id).orElseThrow(() -> unknown(id)));
    }

    /** By the search's order, then by id; NotFound {@code center-unknown}. */
    public Page<ImageView> page(ImageSearch search) {
        caller.require(Role.READERS);
        if (search.centerId() != null && !search.centerId().isEmpty()) {
            centers.requireKnown(search.centerId());
        }
        return images.page(search).map(Image::view).map(this::shown);
    }

    /** Needs no caller. */
    public Optional<ImageView> find(String id) {
        return images.find(id).map(Image::view);
    }

    private void mayOffer(String centerId, String location) {
        caller.require(Role.OPERATORS);
        if (location != null && !location.isEmpty()) {
            centers.requireImagePlace(centerId, location);
        }
    }

    /** Users need not know where it lies. */
    private ImageView shown(ImageView image) {
        return caller.isOneOf(Role.WATCHERS)
                ? image
                : new ImageView(
                        image.id(),
                        image.name(),
                        image.desc(),
                        image.centerId(),
                        null,
                        image.command(),
                        image.arch(),
                        image.processor(),
                        image.operationSystem(),
                        image.framework(),
                        image.createTime(),
                        image.installedLib());
    }

    private static NotFound unknown(String id) {
        return new NotFound("job-image-unknown", "No image is called " + id + ".");
    }
}
