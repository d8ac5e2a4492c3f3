package org.computility.reporting.places;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Which codes of places there are. */
@Stateless
public class PlaceDirectory {

    private static final Member PROVINCE = new Member("province");
    private static final Member CITY = new Member("city");
    private static final Member CLUSTER = new Member("clusterId");
    private static final Member HUB = new Member("hubId");

    private static final int PROVINCE_DIGITS = 2;

    @Inject
    Places places;

    @Inject
    CurrentCaller caller;

    /** All of them, for everybody but devices. */
    public List<PlaceView> list() {
        caller.require(Role.READERS);
        return places.all().stream().map(Place::view).toList();
    }

    /** Rejected {@code member-invalid} where GB/T 2260 has no such province. */
    public void requireProvince(String code) {
        requireProvince(PROVINCE, code);
    }

    /** The same where another member names it. */
    public void requireProvince(Member member, String code) {
        require(PlaceKind.PROVINCE, code, member, "{member} is a province of GB/T 2260, such as 110000, not ");
    }

    /** Rejected {@code member-invalid} where the city lies in another province: its first two digits are the province's. */
    public void requireCityIn(String province, String city) {
        if (!city.regionMatches(0, province, 0, PROVINCE_DIGITS)) {
            throw new Rejected(
                    "member-invalid",
                    CITY,
                    "{member} " + city + " lies outside province " + province + ": the first two digits are the same.");
        }
    }

    /** Rejected {@code member-invalid} for a code that annex D or E does not have. Null and an empty text name none. */
    public void requireKnown(String clusterId, String hubId) {
        if (clusterId != null && !clusterId.isEmpty()) {
            require(PlaceKind.CLUSTER, clusterId, CLUSTER, "{member} is a code of annex D, such as 1, not ");
        }
        if (hubId != null && !hubId.isEmpty()) {
            require(PlaceKind.HUB, hubId, HUB, "{member} is a code of annex E, such as 11, not ");
        }
    }

    private void require(PlaceKind kind, String code, Member member, String message) {
        if (places.count(code, kind) == 0) {
            throw new Rejected("member-invalid", member, message + code + ".");
        }
    }
}
