package org.computility.results;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.UuidText;
import org.computility.shared.links.LinkKind;
import org.computility.shared.links.SignedLinks;

/**
 * The crops of results, for nodes that show a signed link. The picture that a result carries is the crop already
 * ({@code docs/results.md}): it goes out as it came in.
 */
@Stateless
public class ResultCrops {

    private static final LinkKind CROPS = new LinkKind("crop-links", "the time to follow this result is over");

    @Inject
    SignedLinks links;

    @Inject
    TaskResults results;

    /**
     * A link to the crop of that result, valid until that second.
     *
     * @param day of the result's time, UTC: without it, the results of all days would be looked through
     */
    public URI link(LocalDate day, UUID result, Instant until) {
        String subject = day + "/" + result;
        return links.linkUntil(CROPS, "/platform/v1/results/" + subject + "/crop", subject, until);
    }

    /**
     * The JPEG behind a link.
     *
     * @throws org.computility.shared.Denied {@code link-invalid}, {@code link-expired}
     * @throws NotFound {@code image-unknown} once the result was deleted
     */
    public byte[] open(String day, String result, String expires, String signature) {
        links.check(CROPS, day + "/" + result, expires, signature);
        return UuidText.read(result)
                .flatMap(id -> results.image(LocalDate.parse(day), id))
                .orElseThrow(() -> new NotFound(
                        "image-unknown", new Member("id"), "Result " + result + " has no image any more."));
    }
}
