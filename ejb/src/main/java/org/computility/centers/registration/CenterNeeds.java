package org.computility.centers.registration;

/**
 * A room above that needs centers, specs or images: what it needs is not removed. Implementations are CDI beans; each is asked
 * in the transaction that removes.
 */
public interface CenterNeeds {

    /** Whether jobs run there, or are to run there and nowhere else. */
    boolean needsCenter(String centerId);

    /** Whether jobs that have not ended were given this spec. */
    boolean needsSpec(String specId);

    /** Whether jobs that have not ended start from this image. */
    boolean needsImage(String imageId);
}
