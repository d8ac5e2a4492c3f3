package org.computility.centers.registration;

/**
 * A room above that needs centers, specs or images: what it needs is not removed. Implementations are CDI beans; each is asked
 * in the transaction that removes or changes.
 */
public interface CenterNeeds {

    /** Whether jobs run there, or are to run there and nowhere else. */
    boolean needsCenter(String centerId);

    /** Whether services run there, which the platform has to reach. */
    boolean needsServices(String centerId);

    /** Whether something runs there, or may: what was handed over, or is just being. */
    boolean runsAt(String centerId);

    /** The center is removed, or its runtime is another one from now on: what is known of what lies there is true no more. */
    void forget(String centerId);

    /** Whether jobs that have not ended were given this spec. */
    boolean needsSpec(String specId);

    /** Whether jobs that have not ended start from this image. */
    boolean needsImage(String imageId);
}
