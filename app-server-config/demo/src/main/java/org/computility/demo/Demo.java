package org.computility.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.client.ComputilityClient;
import org.computility.client.Results.Result;
import org.computility.demo.loop.TrainingCenter;
import org.computility.demo.market.MarketDay;
import org.computility.demo.stage.Cleanup;
import org.computility.demo.stage.Screen;
import org.computility.demo.stage.Secrets;
import org.computility.demo.stage.Strays;
import org.computility.demo.stage.WorkFolder;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;

/**
 * Everything on this machine: database, platform, two nodes and six cameras. Runs an inspection and a periodic plan over
 * them, and compares what was detected with what was there. Then a classifier learns from their frames as a training job, and becomes
 * an algorithm itself, where this machine runs jobs. What the motion algorithm found is sold as a data set; the soil algorithm and the
 * classifier are subscribed to as models. The center that trained reports its month, and the report goes up to a national platform.
 * Ends with 0 only when all of it matches and the books close.
 */
public final class Demo {

    private static final List<String> NODES = List.of("11010800005050000001", "11010800005050000002");

    private static final int INTERRUPTED = 130;

    /** The model runs in this process; what it logs does not belong on the screen. Kept, or the level would be forgotten. */
    private static final Logger RUNTIME = Logger.getLogger("org.computility.runtime");

    private final DemoConfig config;
    private final Screen screen;
    private final Cleanup cleanup;
    private final Path work;
    /** What the motion algorithm found, by device. */
    private Map<String, List<Result>> findings = Map.of();

    private Demo(DemoConfig config, Screen screen, Cleanup cleanup) throws IOException {
        this.config = config;
        this.screen = screen;
        this.cleanup = cleanup;
        work = WorkFolder.create(cleanup);
        cleanup.later("end what still runs there", () -> Strays.end(work));
        // FFmpeg's libraries would be unpacked into the home folder and stay there.
        System.setProperty(NodeProcess.UNPACKED, work.resolve("unpacked").toString());
    }

    /** No arguments; see {@link DemoConfig} for the system properties. */
    public static void main(String... arguments) {
        RUNTIME.setLevel(Level.WARNING);
        Instant begun = Instant.now();
        Screen screen = new Screen(System.out);
        boolean matches = false;
        Cleanup cleanup = new Cleanup(screen);
        try {
            matches = new Demo(DemoConfig.fromSystemProperties(), screen, cleanup).run();
        } catch (IOException | RuntimeException e) {
            if (!cleanup.isInterrupted()) {
                screen.note("The demo failed: " + e.getMessage());
            }
        } finally {
            cleanup.close();
        }
        if (cleanup.isInterrupted()) {
            // Stays here until everything is stopped: if this returned, Maven would call it a success.
            System.exit(INTERRUPTED);
        }
        Duration took = Duration.between(begun, Instant.now());
        screen.note("Everything is stopped, and the temporary data are gone. It took %d min %02d s."
                .formatted(took.toMinutes(), took.toSecondsPart()));
        screen.note("");
        if (!matches) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException {
        screen.title("Computility: from camera to result, on this machine");
        screen.step("Starting PostgreSQL, the platform and six cameras");
        String password = Secrets.password();
        PlatformProcess platform = PlatformProcess.start(config, work, "platform", "REGIONAL", password, cleanup);
        Cameras cameras = cameras();
        platform.awaitReady();
        screen.note("platform: " + platform.uri() + "  console: " + platform.uri() + "/console/");

        try (ComputilityClient anyone = ComputilityClient.at(platform.uri())) {
            ComputilityClient administrator = anyone.login("admin", password);
            People harbour = People.found(administrator, "Harbour Authority");
            ComputilityClient operator = register(anyone, harbour, platform, cameras);
            rollOut(operator);
            PlanWatch plans = new PlanWatch(operator, cameras, screen);
            WindowWatch window = new WindowWatch(operator, plans, screen);
            boolean detected = watch(plans, window, cameras);
            Loop loop = new Loop(config, screen, work.resolve("loop"), cameras);
            UUID center = People.found(administrator, "Computing Bureau").organisation();
            boolean trained = train(loop, new TrainingCenter(administrator, center), harbour, operator);
            window.awaitClosed();
            boolean learned = !trained || learn(loop, operator, plans, cameras);
            MarketDay market = new MarketDay(
                    administrator,
                    new MarketDay.Party(People.OPERATOR, harbour.organisation(), operator),
                    buyer(anyone, administrator),
                    platform.uri(),
                    screen::note);
            MarketStory story = new MarketStory(screen, work, config, market);
            boolean traded = trade(story, loop, center);
            boolean reported = loop.model() == null || report(administrator, loop);
            return reported && traded && detected && learned;
        }
    }

    private Cameras cameras() throws IOException {
        Cameras cameras = new Cameras(work.resolve("media"), DemoScenes.all());
        cameras.draw();
        String how = cameras.stream(config.rtspServer(), work, cleanup)
                ? "RTSP streams"
                : "files, as GStreamer's RTSP server or its plugins are not installed (README)";
        screen.note("cameras: " + how + "; the first is "
                + cameras.url(DemoScenes.all().get(0)));
        return cameras;
    }

    private ComputilityClient register(
            ComputilityClient anyone, People people, PlatformProcess platform, Cameras cameras) throws IOException {
        screen.step("Two nodes register themselves");
        String operatorPassword = Secrets.password();
        people.operator(operatorPassword);
        for (String code : NODES) {
            String secret = Secrets.password();
            people.device("node-" + code, secret, code);
            NodeProcess.Settings settings =
                    new NodeProcess.Settings(code, "node-" + code, secret, platform.uri(), cameras.folder());
            NodeProcess.start(config, settings, work, cleanup);
        }
        ComputilityClient operator = anyone.login(People.OPERATOR, operatorPassword);
        for (String code : NODES) {
            NodeProcess.awaitOnline(operator, code);
            screen.note("node " + code + " is online");
        }
        return operator;
    }

    private void rollOut(ComputilityClient operator) throws IOException {
        Rollout rollout = new Rollout(operator, screen, List.of(Algorithm.values()));
        screen.step("Importing two algorithms into the platform");
        for (Algorithm each : Algorithm.values()) {
            rollout.importPackage(each, each.packageIn(config.packages()));
        }
        screen.step("Delivering them to both nodes");
        rollout.deliver(NODES);
        screen.step("Loading them as services");
        rollout.load(NODES);
    }

    /** The window may still be open afterwards. */
    private boolean watch(PlanWatch plans, WindowWatch window, Cameras cameras) {
        List<Watch> round = inspected();
        List<Watch> beside = watchedBeside(round);
        screen.step(
                "An inspection: 6 cameras, 2 at a time, 10 s each; beside it 2 cameras watched while a window is open");
        window.start(beside.stream()
                .map(each -> each.taskInfo(cameras.url(each.scene())))
                .toList());
        long inspection = plans.startInspection(round);
        plans.follow(inspection);
        plans.awaitResults(inspection, round.size());
        window.awaitWatched();

        screen.step("What was detected against what was there");
        Comparison comparison = new Comparison();
        comparison.add("inspection", round, plans.resultsByDevice(inspection));
        comparison.add("periodic", beside, window.results());
        findings = ofMotion(round, plans.resultsByDevice(inspection));
        screen.table(comparison.rows());
        comparison.remarks().forEach(screen::note);
        screen.note("");
        screen.note(
                comparison.matches() ? "Everything was detected as it was." : "NOT everything was detected as it was.");
        return comparison.matches();
    }

    /** False where this machine runs no jobs. */
    private boolean train(Loop loop, TrainingCenter center, People people, ComputilityClient operator)
            throws IOException {
        screen.step("A classifier is trained as a job, on frames of the cameras");
        return loop.train(center, people, operator);
    }

    /** False when what was trained does not tell things rightly. */
    private boolean learn(Loop loop, ComputilityClient operator, PlanWatch plans, Cameras cameras) throws IOException {
        boolean learned = loop.examine();
        screen.step("What was learned becomes an algorithm on a node");
        loop.deploy(operator, NODES.get(0));
        screen.step("A plan looks with it at the two cameras that it has not learned from");
        return new ThingWatch(plans, cameras, screen, new ThingExam(operator, screen)).watch() && learned;
    }

    private static MarketDay.Party buyer(ComputilityClient anyone, ComputilityClient administrator) {
        People hall = People.found(administrator, "City Hall");
        String password = Secrets.password();
        hall.buyer(password);
        return new MarketDay.Party(People.BUYER, hall.organisation(), anyone.login(People.BUYER, password));
    }

    private boolean trade(MarketStory story, Loop loop, UUID center) throws IOException {
        boolean right = story.sellFindings(findings) & story.sellSoilModel();
        if (loop.model() != null) {
            right &= story.sellTrainedModel(loop);
        }
        return story.booksClose(center, loop) && right;
    }

    /** Without a model there was no job to report. The national platform starts when all else is over: two cores are few. */
    private boolean report(ComputilityClient administrator, Loop loop) throws IOException {
        boolean right = new MonthStory(administrator, screen).report(loop.cost());
        screen.step("The report goes up to a national platform");
        String password = Secrets.password();
        PlatformProcess nation =
                PlatformProcess.start(config, work, "national platform", "NATIONAL", password, cleanup);
        nation.awaitReady();
        screen.note("national platform: " + nation.uri());
        try (ComputilityClient anyone = ComputilityClient.at(nation.uri())) {
            return new NationStory(administrator, anyone.login("admin", password), nation.uri(), screen).tell()
                    && right;
        }
    }

    /** Where there is soil it is measured, elsewhere movement is looked for. */
    private static List<Watch> inspected() {
        List<Watch> watches = new ArrayList<>();
        for (Scene scene : DemoScenes.all()) {
            Algorithm algorithm = scene.soilShare() > 0 ? Algorithm.SOIL : Algorithm.MOTION;
            watches.add(new Watch("11010800001320%06d".formatted(watches.size() + 1), scene, algorithm));
        }
        return watches;
    }

    private static Map<String, List<Result>> ofMotion(List<Watch> round, Map<String, List<Result>> byDevice) {
        return round.stream()
                .filter(watch -> watch.algorithm() == Algorithm.MOTION)
                .map(Watch::deviceId)
                .filter(byDevice::containsKey)
                .collect(Collectors.toMap(Function.identity(), byDevice::get));
    }

    /** The cameras with soil once more, for movement: in one of them nothing ever moves. */
    private static List<Watch> watchedBeside(List<Watch> round) {
        return round.stream()
                .filter(watch -> watch.algorithm() == Algorithm.SOIL)
                .map(watch -> new Watch(watch.deviceId(), watch.scene(), Algorithm.MOTION))
                .toList();
    }
}
