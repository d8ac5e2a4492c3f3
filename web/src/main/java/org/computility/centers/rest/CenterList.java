package org.computility.centers.rest;

import java.math.BigInteger;
import java.util.List;
import org.computility.centers.registration.CenterView;
import org.computility.centers.resources.CenterOverview;
import org.computility.shared.Page;

/** A page of centers (T/AI 123.8 table A.7). */
public record CenterList(long totalSize, List<Center> centers) {

    private static final int GIBIBYTE_BITS = 30;

    public CenterList {
        centers = List.copyOf(centers);
    }

    /**
     * A center (table A.8). What is not known is absent.
     *
     * @param totalStorage in GiB
     * @param maxComputingPower in floating-point operations a second at FP16
     */
    public record Center(
            String centerId,
            String centerName,
            String province,
            String city,
            String desc,
            boolean connected,
            String processorType,
            Long totalStorage,
            BigInteger maxComputingPower) {}

    static CenterList of(Page<CenterOverview> page) {
        return new CenterList(
                page.total(), page.content().stream().map(CenterList::center).toList());
    }

    private static Center center(CenterOverview overview) {
        CenterView center = overview.center();
        return new Center(
                center.id(),
                center.name(),
                center.province(),
                center.city(),
                center.desc(),
                center.connected(),
                center.processorType(),
                overview.storageBytes() == null ? null : overview.storageBytes() >> GIBIBYTE_BITS,
                overview.computingPower());
    }
}
