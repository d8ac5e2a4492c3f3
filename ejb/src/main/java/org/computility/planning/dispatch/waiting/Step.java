package org.computility.planning.dispatch.waiting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One part of a change. */
public sealed interface Step {

    /** From what whoever planned the instance can do, to what somebody else must repair or pay: the order in which changes are smaller. */
    enum Kind {
        ANY_SERVICE,
        PRIORITY,
        STREAM,
        ANSWERS,
        RUN,
        LOAD,
        LICENCE
    }

    Kind kind();

    /** How things stand after it. */
    Situation on(Situation before);

    /** The instance is bound to its service no more. */
    record AnyService() implements Step {
        @Override
        public Kind kind() {
            return Kind.ANY_SERVICE;
        }

        @Override
        public Situation on(Situation before) {
            return before.with(before.me().anywhere());
        }
    }

    /** The instance has that priority. */
    record Priority(int to) implements Step {
        @Override
        public Kind kind() {
            return Kind.PRIORITY;
        }

        @Override
        public Situation on(Situation before) {
            return before.with(before.me().withPriority(to));
        }
    }

    /** The service has a stream more, which is kept for the instance. */
    record Stream(UUID serviceId) implements Step {
        @Override
        public Kind kind() {
            return Kind.STREAM;
        }

        @Override
        public Situation on(Situation before) {
            return before.withSpots(spot -> serviceId.equals(spot.serviceId()) ? spot.keeping() : spot);
        }
    }

    /** The node is online and answers. */
    record Answers(String computeCode) implements Step {
        @Override
        public Kind kind() {
            return Kind.ANSWERS;
        }

        @Override
        public Situation on(Situation before) {
            return before.withSpots(spot -> spot.computeCode().equals(computeCode) ? spot.answering() : spot);
        }
    }

    /** The service runs. */
    record Run(UUID serviceId) implements Step {
        @Override
        public Kind kind() {
            return Kind.RUN;
        }

        @Override
        public Situation on(Situation before) {
            return before.withSpots(spot -> serviceId.equals(spot.serviceId()) ? spot.runs() : spot);
        }
    }

    /** A service of the instance's capability is loaded at the node, with a stream that is kept for the instance. */
    record Load(String computeCode) implements Step {
        @Override
        public Kind kind() {
            return Kind.LOAD;
        }

        @Override
        public Situation on(Situation before) {
            Spot node = before.spots().stream()
                    .filter(spot -> spot.computeCode().equals(computeCode))
                    .findFirst()
                    .orElseThrow();
            UUID service = UUID.nameUUIDFromBytes(computeCode.getBytes(StandardCharsets.UTF_8));
            return before.withSpot(new Spot(
                    service,
                    computeCode,
                    false,
                    Set.of(before.me().algoDefCode()),
                    node.online(),
                    node.answers(),
                    true,
                    false,
                    0,
                    0,
                    true,
                    List.of()));
        }
    }

    /** The licences of the instance's capability admit that many streams more. */
    record Licence(long streams) implements Step {
        @Override
        public Kind kind() {
            return Kind.LICENCE;
        }

        @Override
        public Situation on(Situation before) {
            return before.withLicences(streams);
        }
    }
}
