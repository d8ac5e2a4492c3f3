package org.computility.shared.rest.family;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.dates.MonitoringDates;

/** A small resource of each family; the platform has none of them. */
final class SampleResources {

    private SampleResources() {}

    static List<Class<?>> all() {
        return List.of(
                AcsmpResource.class,
                NetworkResource.class,
                TradingResource.class,
                MonitoringResource.class,
                PlatformResource.class,
                ElsewhereResource.class);
    }

    /** T/BAX 0006.5. */
    @InFamily(Family.ACSMP)
    @Path("ACSMP")
    public static class AcsmpResource extends SampleCalls {
        public AcsmpResource() {
            super(Family.ACSMP);
        }
    }

    /** T/AI 123.8; an image's {@code createTime} is table A.22's. */
    @InFamily(Family.NETWORK)
    @Path("centers")
    public static class NetworkResource extends SampleCalls {
        public NetworkResource() {
            super(Family.NETWORK);
        }

        /** An image. */
        public record Image(
                String imageId,

                @JsonbTypeAdapter(StandardTime.Seconds.class)
                Instant createTime) {}

        @GET
        @Path("image")
        public Image image() {
            return new Image("7", Instant.parse("2026-11-28T00:00:01.234Z"));
        }
    }

    /** T/AI 123.12. */
    @InFamily(Family.TRADING)
    @Path("v1")
    public static class TradingResource extends SampleCalls {
        public TradingResource() {
            super(Family.TRADING);
        }
    }

    /** TC609. */
    @InFamily(Family.MONITORING)
    @Path("api")
    public static class MonitoringResource extends SampleCalls {
        public MonitoringResource() {
            super(Family.MONITORING);
        }

        /** Table A.1-2, which puts the token beside the code. */
        public record Token(int code, String token, int expiresIn, String msg) implements Envelope {}

        /** Members of tables A.5-1 and A.8-1. */
        public record Dates(
                @JsonbTypeAdapter(MonitoringDates.Day.class) LocalDate productionDate,

                @JsonbTypeAdapter(MonitoringDates.Month.class)
                YearMonth reportMonth) {}

        @Open
        @POST
        @Path("token")
        public Token token() {
            return new Token(200, "abc", 3600, "success");
        }

        @POST
        @Path("dates")
        public Dates dates(Dates given) {
            return given;
        }
    }

    /** The platform's own. */
    @InFamily(Family.PLATFORM)
    @Path("platform/v1")
    public static class PlatformResource extends SampleCalls {
        public PlatformResource() {
            super(Family.PLATFORM);
        }

        @GET
        @Path("monitored")
        @InFamily(Family.MONITORING)
        public Sample monitored() {
            return new Sample("monitored", 1);
        }
    }

    /** At a path that would be told as the platform's. */
    @InFamily(Family.TRADING)
    @Path("elsewhere")
    public static class ElsewhereResource extends SampleCalls {
        public ElsewhereResource() {
            super(Family.TRADING);
        }
    }
}
