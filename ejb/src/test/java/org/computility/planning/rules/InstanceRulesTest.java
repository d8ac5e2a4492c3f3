package org.computility.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.documents.InputKind;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.Address;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.drafts.TaskInput;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceRulesTest {

    private static final String STREAM = "rtsp://192.0.2.1/a";
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final Map<UUID, Set<String>> OFFERS = Map.of(ONE, Set.of("SOIL"), TWO, Set.of("SOIL", "MOTION"));

    private static final Map<Set<String>, List<String>> LISTED = Map.of(
            Set.of("ILLEGAL_ADV"),
            List.of("ADVERTS"),
            Set.of("SMOKE"),
            List.of("CHIMNEYS", "FIRES"),
            Set.of("NOISE"),
            List.of());

    private final List<String> receivers = new ArrayList<>();
    private final InstanceRules rules = new InstanceRules(
            new InputRules(Path.of("/media"), (member, url) -> receivers.add(member.name() + " " + url)),
            OFFERS::get,
            LISTED::get);

    @Test
    void fillsInTheCapabilityOfAPinnedServiceThatOffersOne() {
        InstanceSpec whole = checked(InstanceSpec.on(ONE).stream(STREAM).build());

        assertThat(whole.algoDefCode()).isEqualTo("SOIL");
        assertThat(whole.pinnedService()).isEqualTo(ONE);
        assertThat(whole.document().json().getString("AlgoDefCode")).isEqualTo("SOIL");
    }

    @Test
    void asksForTheCapabilityWhereTheServiceOffersSeveral() {
        refused(
                InstanceSpec.on(TWO).stream(STREAM).build(),
                "member-missing",
                "instances[0].algoDefCode",
                "instances[0].algoDefCode is missing: service " + TWO + " offers [MOTION, SOIL], say which.");
    }

    @Test
    void fillsInTheCapabilityThatListsTheEventsOfTheRules() {
        InstanceSpec whole = checked(asking("ILLEGAL_ADV"));

        assertThat(whole.algoDefCode()).isEqualTo("ADVERTS");
        assertThat(whole.document().json().getString("AlgoDefCode")).isEqualTo("ADVERTS");
    }

    @Test
    void asksForTheCapabilityWhereSeveralListTheEventsOrNone() {
        refused(
                asking("SMOKE"),
                "member-missing",
                "instances[0].algoDefCode",
                "instances[0].algoDefCode is missing: [CHIMNEYS, FIRES] all list [SMOKE], say which to run.");
        refused(
                asking("NOISE"),
                "member-missing",
                "instances[0].algoDefCode",
                "instances[0].algoDefCode is missing: no capability lists [NOISE], say which to run.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, Integer.MAX_VALUE})
    void refusesAPriorityBeyondItsBounds(int priority) {
        refused(
                InstanceSpec.of("M").stream(STREAM).priority(priority).build(),
                "member-invalid",
                "instances[0].priority",
                "instances[0].priority is between 0 and 9.");
    }

    @ParameterizedTest
    @CsvSource({
        "VIDEO_REALTIME, streamOptions",
        "VIDEO_PLAYBACK, streamOptions",
        "VIDEO_FILE, fileOptions",
        "IMAGE_REALTIME, imageOptions"
    })
    void missesTheInputThatThePlansTypeUsuallyHas(PlanType type, String member) {
        InstanceSpec blind = InstanceSpec.of("M").build();

        refused(
                blind,
                type,
                "member-missing",
                "instances[0]." + member,
                "instances[0]." + member + " is missing: where the input comes from.");
    }

    @ParameterizedTest
    @CsvSource({"STREAM, streamOptions.videoStreamOptions.url", "FILE, fileOptions.url"})
    void missesTheAddressOfAnInputThatNamesNone(InputKind kind, String member) {
        refused(
                with(new TaskInput(kind, List.of()), List.of()),
                PlanType.VIDEO_FILE,
                "member-missing",
                "instances[0]." + member,
                "instances[0]." + member + " is missing: where the input comes from.");
    }

    @Test
    void takesAStreamInPlaceOfAFileAndPrefersTheFile() {
        InstanceSpec stream = InstanceSpec.of("M").stream(STREAM).build();
        TaskInput bad = new TaskInput(InputKind.FILE, List.of(new Address("fileOptions.url", "a")));

        assertThat(checked(stream, PlanType.VIDEO_FILE)).isEqualTo(stream);
        refused(
                with(bad, stream.inputs()),
                PlanType.VIDEO_FILE,
                "url-refused",
                "instances[0].fileOptions.url",
                "instances[0].fileOptions.url is an absolute URL.");
    }

    @Test
    void doesNotLookAtAnInputThatThePlansTypeHasNoUseFor() {
        InstanceSpec stream = InstanceSpec.of("M").stream(STREAM).build();
        TaskInput unused = new TaskInput(InputKind.FILE, List.of());

        assertThat(checked(with(unused, stream.inputs()))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://192.0.2.1/a, 'begins with rtsp, rtmp, http, https or file, not ftp.'",
        "file:///etc/passwd, names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).",
        "file:///media/../etc/passwd, names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).",
        "file:///media/a%00b.mp4, names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).",
        "file:///media/%00/../../etc, names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).",
        "file:///media, names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).",
        "a, is an absolute URL.",
        "rtsp:x, names no host.",
        "'rtsp://a b', is not a URL: Illegal character in authority."
    })
    void refusesInputsOfOtherSchemesAndFilesOutsideTheFolder(String url, String message) {
        String member = "instances[0].streamOptions.videoStreamOptions.url";
        assertThatThrownBy(() -> checked(InstanceSpec.of("M").stream(url).build()))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("url-refused");
                    assertThat(refusal.member()).isEqualTo(member);
                })
                .hasMessageStartingWith(member + " " + message.substring(0, message.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:pa#ss@192.0.2.1/x",
                "rtsp://admin:pa?ss@192.0.2.1/x",
                "rtsp://admin:pa/ss@192.0.2.1/x",
                "rtsp://admin:12#45@192.0.2.1/x",
                "rtsp://admin:12/45@192.0.2.1/x",
                "rtsp://admin:12?45@192.0.2.1/x",
                "rtsp://ad#min:12@192.0.2.1/x",
                "rtsp://admin:50%@192.0.2.1/x",
                "rtsp://admin:a b@192.0.2.1/x",
                "http://admin:a[b]^@192.0.2.1/x"
            })
    void refusesAnAddressThatItsPasswordCutsAndSaysHowToWriteIt(String url) {
        assertThatThrownBy(() -> checked(InstanceSpec.of("M").stream(url).build()))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("url-refused");
                    assertThat(refusal.member()).isEqualTo("instances[0].streamOptions.videoStreamOptions.url");
                })
                .hasMessageContaining("percent-encoded: # as %23, / as %2F, ? as %3F, @ as %40, % as %25.")
                .hasMessageNotContainingAny("admin", "192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://192.0.2.1:99999/x, names no port between 1 and 65535.",
        "rtsp://192.0.2.1:0/x, names no port between 1 and 65535.",
        "rtsp://192.0.2.1:554x/x, names no port between 1 and 65535.",
        "rtsp://192.0.2.1:99999999999/x, names no port between 1 and 65535.",
        "rtsp://:554/x, names no host.",
        "rtsp://admin:secret@/x, names no host.",
        "rtsp:///x, names no host.",
        "http://:80, names no host.",
        "rtsp://2001:db8::1/x, names no host."
    })
    void refusesAnAddressWithoutAHostOrPortThatANodeCanCall(String url, String message) {
        assertThatThrownBy(() -> checked(InstanceSpec.of("M").stream(url).build()))
                .isInstanceOf(Rejected.class)
                .hasMessage("instances[0].streamOptions.videoStreamOptions.url " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:p%23s%2Fs%3F@192.0.2.1:554/x?channel=1",
                "rtsp://admin:p@ss@192.0.2.1/x",
                "rtsp://192.0.2.1:554/user@example.org/live",
                "rtsp://camera_1:8554/x",
                "rtsp://[2001:db8::1]:554/x",
                "rtsp://camera:/x",
                "rtsp://camera:65535",
                "https://example.org/a@2x.jpg#t=5"
            })
    void takesWhatANodeCanCall(String url) {
        assertThat(checked(InstanceSpec.of("M").stream(url).build())).isNotNull();
    }

    @Test
    void takesFilesBelowTheFolderAndNamesTheOneThatIsNot() {
        InstanceSpec good =
                InstanceSpec.of("M").files(List.of("file:///media/a.mp4")).build();
        InstanceSpec bad = InstanceSpec.of("M")
                .files(List.of("file:///media/a.mp4", "file:///b.mp4"))
                .build();

        assertThat(checked(good, PlanType.VIDEO_FILE)).isEqualTo(good);
        refused(
                bad,
                PlanType.VIDEO_FILE,
                "url-refused",
                "instances[0].fileOptions.urls[1]",
                "instances[0].fileOptions.urls[1] names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).");
    }

    @Test
    void hasEveryReceiverChecked() {
        InstanceSpec stream = InstanceSpec.of("M").stream(STREAM).build();
        List<Address> given = List.of(
                new Address("rulesParams[0].resultReceiveUrl[0]", "http://a/"),
                new Address("rulesParams[1].resultReceiveUrl", "http://b/"));

        checked(new InstanceSpec(null, "M", null, 0, null, stream.inputs(), given, TaskDocument.EMPTY));

        assertThat(receivers)
                .containsExactly(
                        "instances[0].rulesParams[0].resultReceiveUrl[0] http://a/",
                        "instances[0].rulesParams[1].resultReceiveUrl http://b/");
    }

    private static InstanceSpec asking(String event) {
        InstanceSpec stream = InstanceSpec.of("M").stream(STREAM).build();
        return new InstanceSpec(
                null, null, Set.of(event), null, 0, null, stream.inputs(), List.of(), TaskDocument.EMPTY);
    }

    private static InstanceSpec with(TaskInput first, List<TaskInput> more) {
        List<TaskInput> inputs = new ArrayList<>(more);
        inputs.add(first);
        return new InstanceSpec(null, "M", null, 0, null, inputs, List.of(), TaskDocument.EMPTY);
    }

    private InstanceSpec checked(InstanceSpec spec) {
        return checked(spec, PlanType.VIDEO_REALTIME);
    }

    private InstanceSpec checked(InstanceSpec spec, PlanType type) {
        return rules.checked(InstanceDraft.of("instances", List.of(spec)), type)
                .get(0)
                .spec();
    }

    private void refused(InstanceSpec spec, String code, String member, String message) {
        refused(spec, PlanType.VIDEO_REALTIME, code, member, message);
    }

    private void refused(InstanceSpec spec, PlanType type, String code, String member, String message) {
        assertThatThrownBy(() -> checked(spec, type))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.member()).isEqualTo(member);
                })
                .hasMessage(message);
    }
}
