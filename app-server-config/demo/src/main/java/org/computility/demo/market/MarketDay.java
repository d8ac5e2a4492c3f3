package org.computility.demo.market;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bouncycastle.cms.CMSException;
import org.computility.client.BatchRuns;
import org.computility.client.ComputilityClient;
import org.computility.client.market.Market;
import org.computility.client.settlement.Books;
import org.computility.demo.stage.BatchJob;

/** A seller, a buyer, and the administrator who records what the buyer has paid in. */
public final class MarketDay {

    private static final String KEY_WORD = "movement";
    private static final String CATEGORY = "harbour";
    private static final BigDecimal PAID_IN = new BigDecimal("500.00");
    private static final BigDecimal PRICE = new BigDecimal("199.90");
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);

    private final ComputilityClient administrator;
    private final Party seller;
    private final Party buyer;
    private final URI platform;
    private final Consumer<String> note;
    private int calls;

    /** Who takes part. */
    public record Party(String name, UUID organisation, ComputilityClient client) {}

    /** What training jobs have moved; {@code cost} is nought where there were none. */
    public record Training(UUID center, BigDecimal left, BigDecimal cost) {}

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

    /** Sells a model by the call, and has it asked; true when its answers are true. */
    public boolean sellModel(String name, PictureModel model, Predicate<ModelSale> asking) {
        ModelSale sale = new ModelSale(seller, buyer, name, model);
        boolean right = asking.test(sale);
        sale.settle(note);
        calls += sale.calls();
        return right;
    }

    /**
     * True when everybody has paid what it got, the sellers have it, all accounts add up to nothing, and the nightly reconciliation finds no
     * difference.
     *
     * @param training what the seller has left for training jobs, and what the center has earned by them
     */
    public boolean booksClose(Training training) {
        BigDecimal used = ModelSale.PRICE_OF_CALL.multiply(BigDecimal.valueOf(calls));
        boolean paid = holds(
                buyer.name(),
                buyer.organisation(),
                "PREPAID",
                PAID_IN.subtract(PRICE).subtract(used));
        // The models' earnings are paid out already.
        boolean earned = holds(seller.name(), seller.organisation(), "PAYABLE", PRICE);
        boolean trained = training.cost().signum() == 0
                || holds(seller.name(), seller.organisation(), "PREPAID", training.left())
                        && holds("the computing center", training.center(), "PAYABLE", training.cost());
        BatchRuns.Run reconciled = BatchJob.run(administrator, "reconcile-ledger", Map.of());
        note.accept("job reconcile-ledger: " + reconciled.status());
        boolean balanced = administrator.books().trialBalance().balanced();
        boolean closed =
                paid && earned && trained && balanced && reconciled.status().equals("COMPLETED");
        note.accept(closed ? "the books close" : "the books do NOT close");
        return closed;
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

    private boolean holds(String name, UUID organisation, String kind, BigDecimal wanted) {
        BigDecimal balance = administrator.books().accounts(1, 100).items().stream()
                .filter(account -> organisation.equals(account.organisationId()))
                .filter(account -> account.kind().equals(kind))
                .map(Books.Account::balance)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        note.accept(name + ", " + kind + ": " + balance + " CNY");
        return balance.compareTo(wanted) == 0;
    }
}
