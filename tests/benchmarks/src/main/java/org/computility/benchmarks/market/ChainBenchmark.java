package org.computility.benchmarks.market;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.computility.benchmarks.load.Load;
import org.computility.benchmarks.load.Times;
import org.computility.system.Platform;

/**
 * Whole trades a second, over HTTP: register and publish data, register and publish a demand, confirm, settle, deliver; at 1,
 * 16 and 64 at once, in turn. Each chain is of data of its own, 1 KiB, which the platform fetches from this process. Fails
 * unless each chain was delivered and paid.
 *
 * <p>Arguments: the platform's URL, the administrator's password; rounds; seconds of each measurement; seconds to warm up; the
 * {@code COMPUTILITY_MARKET_FEE} that the platform was started with. It must allow itself calls to 127.0.0.0/8 ({@code
 * COMPUTILITY_OUTBOUND_ALLOW}).
 */
public final class ChainBenchmark {

    private static final int PAIRS = 16;
    private static final String DEPOSIT = "1000000";
    private static final int[] AT_ONCE = {1, 16, 64};

    private final List<Traders> pairs = new ArrayList<>();
    private final String address;
    private final Queue<String[]> delivered = new ConcurrentLinkedQueue<>();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();

    private ChainBenchmark(Platform platform, String address) throws Exception {
        this.address = address;
        for (int i = 0; i < PAIRS; i++) {
            Traders traders = new Traders(platform);
            traders.deposit(DEPOSIT);
            pairs.add(traders);
        }
    }

    public static void main(String... arguments) throws Exception {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        ChainBenchmark benchmark = new ChainBenchmark(platform, serve());
        int rounds = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        benchmark.measure(16, Integer.parseInt(arguments[4]), "warming up");
        for (int round = 1; round <= rounds; round++) {
            for (int atOnce : AT_ONCE) {
                benchmark.measure(atOnce, seconds, "round " + round);
            }
        }
        benchmark.check(new BigDecimal(arguments[5]));
        // The data's server would hold the process.
        System.exit(0);
    }

    private void measure(int atOnce, int seconds, String what) throws Exception {
        Times times = new Times();
        int before = delivered.size();
        double took = Load.run(atOnce, seconds, thread -> {
            try {
                trade(thread % PAIRS, times);
            } catch (RuntimeException | AssertionError e) {
                lost.add(e.toString());
            }
        });
        System.out.printf(
                "%s, %d at once: %.1f chains/s, lost %d%n",
                what, atOnce, (delivered.size() - before) / took, lost.size());
        times.print();
    }

    private void trade(int pair, Times times) {
        Traders who = pairs.get(pair);
        long begin = System.nanoTime();
        JsonObject data = who.data(address, "水利", List.of("水库", "motion"), "What moved at gate 7");
        String resource = step(times, who, true, "registerData", data).getString("registrationID");
        step(times, who, true, "publishData", who.publication(resource, "1"));
        JsonObject wanted = who.demand("水利", List.of("motion"), "Movement at gates");
        String demand = step(times, who, false, "registerDemand", wanted).getString("demandID");
        step(times, who, false, "publishDemand", who.named(demand).build());
        JsonObject both = who.named(demand).add("registrationID", resource).build();
        String trade = step(times, who, false, "confirmDemand", both).getString("confirmID");
        JsonObject paid = step(
                times,
                who,
                false,
                "settlement",
                Json.createObjectBuilder().add("confirmID", trade).build());
        JsonObject licence = Json.createObjectBuilder()
                .add("licenses", paid.getJsonObject("licenses"))
                .build();
        step(times, who, false, "deliver", licence);
        times.add("whole chain", System.nanoTime() - begin);
        delivered.add(new String[] {String.valueOf(pair), trade});
    }

    private static JsonObject step(Times times, Traders who, boolean seller, String operation, JsonObject body) {
        return times.time(
                operation,
                () -> (seller ? who.seller() : who.buyer())
                        .post(operation, body)
                        .data());
    }

    /** The platform knows each of them as delivered, and has moved just their money. */
    private void check(BigDecimal fee) {
        int[] trades = new int[PAIRS];
        for (String[] each : delivered) {
            int pair = Integer.parseInt(each[0]);
            JsonObject proof = pairs.get(pair)
                    .buyer()
                    .get("queryDeliverResult?confirmID=" + each[1])
                    .data();
            if (!proof.getJsonObject("delivery_proof").getString("status").equals("DELIVERED")) {
                throw new IllegalStateException(proof.toString());
            }
            trades[pair]++;
        }
        BigDecimal share = BigDecimal.ONE.subtract(fee.movePointLeft(2));
        for (int pair = 0; pair < PAIRS; pair++) {
            BigDecimal left = new BigDecimal(DEPOSIT).subtract(BigDecimal.valueOf(trades[pair]));
            if (pairs.get(pair).balance(true).compareTo(left) != 0
                    || pairs.get(pair).balance(false).compareTo(share.multiply(BigDecimal.valueOf(trades[pair])))
                            != 0) {
                lost.add("the money of pair " + pair);
            }
        }
        System.out.println("delivered and paid: " + delivered.size() + ", lost: " + lost.size());
        lost.stream().distinct().limit(5).forEach(System.out::println);
        if (!lost.isEmpty()) {
            System.exit(1);
        }
    }

    private static String serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        byte[] data = "{\"gate\":7}\n".repeat(93).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, data.length);
            exchange.getResponseBody().write(data);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/gate-7";
    }
}
