package org.computility.demo.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.bouncycastle.cms.CMSException;
import org.computility.client.Books;
import org.computility.client.ComputilityClient;
import org.computility.client.Market;
import org.computility.client.Subscriptions;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/** A seller, a buyer, and the administrator who records what the buyer has paid in. */
public final class MarketDay {

    private static final String KEY_WORD = "movement";
    private static final String CATEGORY = "harbour";
    private static final BigDecimal PAID_IN = new BigDecimal("500.00");
    private static final BigDecimal PRICE = new BigDecimal("199.90");
    private static final BigDecimal PRICE_OF_CALL = new BigDecimal("0.50");
    private static final double SHARE_TOLERANCE = 0.02;
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);

    private final ComputilityClient administrator;
    private final Party seller;
    private final Party buyer;
    private final URI platform;
    private final Consumer<String> note;

    /** Who takes part. */
    public record Party(String name, UUID organisation, ComputilityClient client) {}

    public MarketDay(ComputilityClient administrator, Party seller, Party buyer, URI platform, Consumer<String> note) {
        this.administrator = administrator;
        this.seller = seller;
        this.buyer = buyer;
        this.platform = platform;
        this.note = note;
    }

    /** Sells the file as a data set; true when the buyer has got the very bytes. */
    public boolean sellData(Path findings) throws IOException {
        try {
            administrator.books().deposit(new Books.NewDeposit(buyer.organisation(), PAID_IN, "demo"));
            ReceivingPair pair = new ReceivingPair();
            buyer.client().market().receiveWith(pair.publicKey());
            String resource = offer(findings);
            Market.Confirmation trade = confirm(resource);
            Market.Settlement settled = buyer.client().market().settle(trade.confirmId());
            note.accept("paid " + trade.price() + " CNY, licence "
                    + settled.licenses().getString("licensesID"));
            Market.Delivered delivered = buyer.client().market().deliver(settled.licenses());
            byte[] data = pair.open(settled.privateKey(), delivered.dataFile());
            boolean same = Arrays.equals(data, Files.readAllBytes(findings));
            note.accept(
                    same
                            ? "delivered, decrypted: " + data.length + " bytes, the very ones"
                            : "delivered, but NOT the bytes that were sold");
            boolean good = buyer.client().market().verify(settled.licenses()).valid();
            return same && good;
        } catch (GeneralSecurityException | CMSException e) {
            throw new IOException("What was delivered cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Sells the model by the call, and calls it for each scene; true when it answers what is there. */
    public boolean sellModel(SoilModel model, List<Scene> scenes) throws IOException {
        String publication = seller.client()
                .models()
                .publish(new Subscriptions.NewService(
                        seller.name(), "bare-soil-share", "METERED", byTheCall(), model.address()));
        Subscriptions.Subscription order = buyer.client()
                .models()
                .subscribe(new Subscriptions.NewSubscription(buyer.name(), publication, "METERED", byTheCall()));
        boolean right = true;
        for (Scene scene : scenes) {
            double share = ask(model, order.licenses(), scene);
            right &= Math.abs(share - scene.soilShare()) <= SHARE_TOLERANCE;
            note.accept(String.format(
                    Locale.ROOT,
                    "the model: %.1f %% bare soil in %s; there is %.1f %%",
                    100 * share,
                    scene.name(),
                    100 * scene.soilShare()));
        }
        JsonObject proof = Json.createObjectBuilder().add("method", "BALANCE").build();
        buyer.client().models().settle(new Subscriptions.UserSettlement(buyer.name(), order.orderId(), proof));
        JsonObject account = Json.createObjectBuilder().add("bank", "demo").build();
        seller.client().models().payOut(new Subscriptions.ProviderSettlement(seller.name(), order.orderId(), account));
        JsonObject bill = buyer.client().books().preview(order.orderId());
        note.accept("bill of the model: " + bill.getJsonNumber("total") + " CNY for " + scenes.size() + " calls");
        return right;
    }

    /** True when the buyer has paid what it got, the seller has it, and all accounts add up to nothing. */
    public boolean booksClose(int calls) {
        BigDecimal used = PRICE_OF_CALL.multiply(BigDecimal.valueOf(calls));
        boolean paid = holds(buyer, "PREPAID", PAID_IN.subtract(PRICE).subtract(used));
        // The model's earnings are paid out already.
        boolean earned = holds(seller, "PAYABLE", PRICE);
        boolean balanced = administrator.books().trialBalance().balanced();
        note.accept(paid && earned && balanced ? "the books close" : "the books do NOT close");
        return paid && earned && balanced;
    }

    private String offer(Path findings) throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(findings);
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        String dataId = seller.client().dataSets().upload(findings, "Movement in the harbour", md5, content.length);
        Market market = seller.client().market();
        String key = market.makeDeliveryKey("EC_P256").publicKey();
        BigDecimal size = BigDecimal.valueOf(content.length).divide(MEBIBYTE);
        String resource = market.register(new Market.NewData(
                seller.name(),
                List.of(KEY_WORD),
                dataId,
                "What moved in the harbour this morning",
                "dataset",
                "jsonl",
                size,
                List.of(CATEGORY),
                LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS),
                "中国",
                null,
                platform + "/datasets",
                platform + "/datasets",
                key,
                "NO"));
        market.publish(new Market.Publication(seller.name(), resource, false, PRICE));
        note.accept("offered: data set " + dataId + ", " + content.length + " bytes, at " + PRICE + " CNY");
        return resource;
    }

    private Market.Confirmation confirm(String resource) {
        Market market = buyer.client().market();
        String demand = market.register(
                new Market.NewDemand(buyer.name(), List.of(CATEGORY), List.of(KEY_WORD), null, "dataset", "NO"));
        market.publish(new Market.DemandNumber(buyer.name(), demand));
        Market.Match match = market.matchesOfDemand(demand, 1, 1).items().get(0);
        note.accept("matched: " + match.reasons().get(0).en());
        if (!match.registrationId().equals(resource)) {
            throw new IllegalStateException("Something else matches: " + match.registrationId());
        }
        return market.confirm(new Market.Binding(buyer.name(), demand, match.registrationId(), null));
    }

    private double ask(SoilModel model, JsonObject licence, Scene scene) throws IOException {
        BufferedImage picture = SyntheticVideo.picture(scene, 0);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        String question = Json.createObjectBuilder()
                .add("image", Base64.getEncoder().encodeToString(png.toByteArray()))
                .build()
                .toString();
        JsonString input = Json.createValue(question);
        return buyer.client()
                .models()
                .call(model.address(), licence, input)
                .asJsonObject()
                .getJsonNumber("share")
                .doubleValue();
    }

    private static JsonObject byTheCall() {
        return Json.createObjectBuilder()
                .add("unit", "CALL")
                .add("price", PRICE_OF_CALL)
                .build();
    }

    private boolean holds(Party party, String kind, BigDecimal wanted) {
        BigDecimal balance = party.client().books().accounts(1, 100).items().stream()
                .filter(account -> account.kind().equals(kind))
                .map(Books.Account::balance)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        note.accept(party.name() + ", " + kind + ": " + balance + " CNY");
        return balance.compareTo(wanted) == 0;
    }
}
