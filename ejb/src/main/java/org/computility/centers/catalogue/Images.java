package org.computility.centers.catalogue;

import java.util.Map;
import java.util.Optional;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code center_image}. */
interface Images {

    /** What sorts images (T/AI 123.8 table A.20), and the attributes behind it. */
    Map<String, String> SORTABLE = Map.of(
            "imageId", "id",
            "imageName", "name",
            "arch", "arch",
            "processor", "processor",
            "framework", "framework",
            "createTime", "createTime");

    StatelessSession session();

    @Find
    Optional<Image> find(String id);

    /** Locked until the transaction ends. */
    @SQL("select * from center_image where id = :id for no key update")
    Optional<Image> lock(String id);

    default Page<Image> page(ImageSearch search) {
        Search<Image> found = new Search<>(session(), Image.class)
                .equal(Image_.processor, search.processor())
                .equal(Image_.framework, search.framework())
                .from(Image_.createTime, search.createdFrom())
                .before(Image_.createTime, search.createdBefore());
        if (search.centerId() != null && !search.centerId().isEmpty()) {
            found.where((b, image) ->
                    b.or(b.isNull(image.get(Image_.centerId)), b.equal(image.get(Image_.centerId), search.centerId())));
        }
        PageRequest page = search.page();
        return found.page(page, SORTABLE, Order.asc(Image_.id));
    }
}
