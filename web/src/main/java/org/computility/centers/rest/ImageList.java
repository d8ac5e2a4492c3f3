package org.computility.centers.rest;

import java.util.List;
import org.computility.centers.catalogue.ImageView;
import org.computility.shared.Page;
import org.computility.shared.StandardTime;

/** A page of images (T/AI 123.8 table A.21). */
public record ImageList(long totalSize, List<Image> images) {

    public ImageList {
        images = List.copyOf(images);
    }

    /** An image (table A.22); what is not said of it is absent. */
    public record Image(
            String imageId,
            String imageName,
            String imageDesc,
            String arch,
            String processor,
            String operationSystem,
            String framework,
            String createTime,
            List<String> installedLib) {}

    static ImageList of(Page<ImageView> page) {
        return new ImageList(
                page.total(), page.content().stream().map(ImageList::image).toList());
    }

    private static Image image(ImageView image) {
        return new Image(
                image.id(),
                image.name(),
                image.desc(),
                image.arch(),
                image.processor(),
                image.operationSystem(),
                image.framework(),
                StandardTime.seconds(image.createTime()),
                image.installedLib());
    }
}
