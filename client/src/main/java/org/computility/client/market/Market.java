package org.computility.client.market;

import static org.computility.client.wire.Transport.segment;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.computility.client.Page;
import org.computility.client.wire.Family;
import org.computility.client.wire.StandardDateTime;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** The market for data (T/AI 123.12 A.1 to A.3; {@code docs/trading.md}). */
public final class Market {

    private static final String OWN = "/platform/v1/market/";

    private final Transport transport;

    public Market(Transport transport) {
        this.transport = transport;
    }

    /** Table A.2; {@code providerUrl} and {@code subscribable} may be null. */
    public record NewData(
            String owner,
            @JsonbProperty("key_words") List<String> keyWords,
            @JsonbProperty("dataID") String dataId,
            String description,
            @JsonbProperty("data_type") String dataType,
            @JsonbProperty("data_format") String dataFormat,
            @JsonbProperty("data_size") BigDecimal dataSize,
            @JsonbProperty("data_category") List<String> dataCategory,

            @JsonbProperty("collection_time") @JsonbTypeAdapter(StandardDateTime.class)
            LocalDateTime collectionTime,

            String country,
            @JsonbProperty("provider_url") String providerUrl,
            @JsonbProperty("resource_url") String resourceUrl,
            @JsonbProperty("ownership_confirm") String ownershipConfirm,
            @JsonbProperty("public_key") String publicKey,
            @JsonbProperty("subscribe_confirm") String subscribable) {}

    /** Table A.17; {@code description} and {@code subscribable} may be null. */
    public record NewDemand(
            String demander,
            @JsonbProperty("data_category") List<String> dataCategory,
            @JsonbProperty("key_words") List<String> keyWords,
            String description,
            @JsonbProperty("data_type") String dataType,
            @JsonbProperty("subscribe_confirm") String subscribable) {}

    /** Table A.3. */
    public record Registered(
            @JsonbProperty("registrationID") String registrationId) {}

    /** Table A.18. */
    public record Demanded(@JsonbProperty("demandID") String demandId) {}

    /** Table A.5; {@code price} is null for what is free. */
    public record Publication(
            String owner, @JsonbProperty("registrationID") String registrationId, boolean free, BigDecimal price) {}

    /** Table A.14. */
    public record Revocation(
            @JsonbProperty("registrationID") String registrationId,
            @JsonbProperty("dataID") String dataId) {}

    /** Tables A.20 and A.26. */
    public record DemandNumber(
            String demander, @JsonbProperty("demandID") String demandId) {}

    /** Table A.29; {@code dataId} may be null. */
    public record Binding(
            String demander,
            @JsonbProperty("demandID") String demandId,
            @JsonbProperty("registrationID") String registrationId,
            @JsonbProperty("dataID") String dataId) {}

    /** Table A.30. */
    public record Confirmation(
            @JsonbProperty("confirmID") String confirmId,
            String owner,
            String demander,
            @JsonbProperty("dataID") String dataId,
            @JsonbProperty("demandID") String demandId,
            BigDecimal price) {}

    /** Table A.35. */
    public record Confirmed(@JsonbProperty("confirmID") String confirmId) {}

    /** Tables A.36 and A.40: what both parties have; {@code privateKey} is null for all but the buyer. */
    public record Settlement(
            @JsonbProperty("payment_proof") JsonObject paymentProof,
            @JsonbProperty("settlement_status") String settlementStatus,
            JsonObject licenses,
            @JsonbProperty("private_key") JsonObject privateKey) {}

    /** Table A.42, and what {@code /licences/verify} takes: the licence as it was given. */
    public record Shown(JsonObject licenses) {}

    /** Table A.43; {@code dataFile} is null where the content is too large: then the proof has a link. */
    public record Delivered(
            @JsonbProperty("data_file") String dataFile,
            @JsonbProperty("delivery_proof") JsonObject proof) {}

    /** Table A.54. */
    public record LicencesOf(
            String owner, @JsonbProperty("dataID") String dataId) {}

    /** A pair for deliveries: {@code RSA_3072}, {@code EC_P256} or {@code SM2}. */
    public record NewDeliveryKey(String algorithm) {}

    /** The half of it that is published, in PEM. */
    public record DeliveryKey(String keyId, String algorithm, String publicKey) {}

    /** The key that a buyer receives with, in PEM. */
    public record ReceivingKey(String publicKey) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record DepositedKey(String privateKey) {

        /** Without the key. */
        @Override
        public String toString() {
            return "DepositedKey[]";
        }
    }

    /** What fits, and why; {@code dataId} tells controlled data apart, which has one {@code registrationId} for all. */
    public record Match(
            @JsonbProperty("registrationID") String registrationId,
            @JsonbProperty("dataID") String dataId,
            @JsonbProperty("demandID") String demandId,
            String party,
            double score,
            Instant publishedAt,
            List<Reason> reasons) {}

    /** Why something fits, in English and Chinese. */
    public record Reason(String kind, String value, String en, String zh) {}

    /** What is wrong with a licence, if anything. */
    public record Verdict(boolean valid, List<String> faults) {}

    /** Has the platform make a pair for deliveries. */
    public DeliveryKey makeDeliveryKey(String algorithm) {
        return transport.call(
                Family.PLATFORM, "POST", OWN + "delivery-keys", new NewDeliveryKey(algorithm), DeliveryKey.class);
    }

    /** Sets the key that the caller receives with. */
    public void receiveWith(String publicKey) {
        transport.tell(Family.PLATFORM, "PUT", "/platform/v1/accounts/me/key", new ReceivingKey(publicKey));
    }

    /** Deposits the private key of data that was registered with a key of its owner's: PKCS #8 in PEM. */
    public void depositKey(String registrationId, String privateKey) {
        String path = OWN + "resources/" + segment(registrationId) + "/private-key";
        transport.tell(Family.PLATFORM, "PUT", path, new DepositedKey(privateKey));
    }

    /** A.1.1: registers data; its {@code registrationID}. */
    public String register(NewData data) {
        return transport
                .<Registered>call(Family.TRADING, "POST", "/registerData", data, Registered.class)
                .registrationId();
    }

    /** A.1.2: publishes data. */
    public void publish(Publication publication) {
        transport.tell(Family.TRADING, "POST", "/publishData", publication);
    }

    /** A.1.4: data in the market. */
    public JsonObject published(String registrationId) {
        return get("/queryPublishedData", "registrationID", registrationId, JsonObject.class);
    }

    /** The same of controlled data, which table A.11 asks for by both IDs. */
    public JsonObject published(String registrationId, String dataId) {
        Map<String, String> named = Map.of("registrationID", registrationId, "dataID", dataId);
        return transport.call(Family.TRADING, "GET", "/queryPublishedData", named, null, JsonObject.class);
    }

    /** A.1.5: takes data out of the market. */
    public void revoke(Revocation revocation) {
        transport.tell(Family.TRADING, "POST", "/revokePublishedData", revocation);
    }

    /** A.2.1: registers a demand; its {@code demandID}. */
    public String register(NewDemand demand) {
        return transport
                .<Demanded>call(Family.TRADING, "POST", "/registerDemand", demand, Demanded.class)
                .demandId();
    }

    /** A.2.2: publishes a demand. */
    public void publish(DemandNumber demand) {
        transport.tell(Family.TRADING, "POST", "/publishDemand", demand);
    }

    /** A.2.3: a demand in the market. */
    public JsonObject publishedDemand(String demandId) {
        return get("/queryPublishedDemand", "demandID", demandId, JsonObject.class);
    }

    /** A.2.4: takes a demand back. */
    public void revoke(DemandNumber demand) {
        transport.tell(Family.TRADING, "POST", "/revokeDemand", demand);
    }

    /** Published data that fits a published demand, the best first. */
    public Page<Match> matchesOfDemand(String demandId, int page, int pageSize) {
        return matches(Map.of("demandID", demandId, "page", page, "pageSize", pageSize));
    }

    /** Published demands that fit published data, the best first. */
    public Page<Match> matchesOfData(String registrationId, int page, int pageSize) {
        return matches(Map.of("registrationID", registrationId, "page", page, "pageSize", pageSize));
    }

    /** The same for controlled data, which {@code registrationId} alone does not name. */
    public Page<Match> matchesOfData(String registrationId, String dataId, int page, int pageSize) {
        return matches(Map.of("registrationID", registrationId, "dataID", dataId, "page", page, "pageSize", pageSize));
    }

    /** A.3.1: binds a demand to data. */
    public Confirmation confirm(Binding binding) {
        return transport.call(Family.TRADING, "POST", "/confirmDemand", binding, Confirmation.class);
    }

    /** A.3.2: what is to be settled, and whether it is. */
    public JsonObject confirmed(String confirmId) {
        return get("/queryDemandForSettlement", "confirmID", confirmId, JsonObject.class);
    }

    /** A.3.3: pays for it. */
    public Settlement settle(String confirmId) {
        return transport.call(Family.TRADING, "POST", "/settlement", new Confirmed(confirmId), Settlement.class);
    }

    /** A.3.4: what the settlement answered. */
    public Settlement settled(String confirmId) {
        return get("/querySettlement", "confirmID", confirmId, Settlement.class);
    }

    /** A.3.5: has the data that the licence is for delivered. */
    public Delivered deliver(JsonObject licence) {
        return transport.call(Family.TRADING, "POST", "/deliver", new Shown(licence), Delivered.class);
    }

    /** A.3.6: the proof of the latest delivery. */
    public Delivered delivered(String confirmId) {
        return get("/queryDeliverResult", "confirmID", confirmId, Delivered.class);
    }

    /** A.3.8: renews the licences of data; the one of the latest trade. */
    public JsonObject renewLicences(String owner, String dataId) {
        return transport
                .<Shown>call(Family.TRADING, "POST", "/updateLicenses", new LicencesOf(owner, dataId), Shown.class)
                .licenses();
    }

    /** A.1.3: publishes controlled data, as table A.8 has it. */
    public void publishControlled(JsonObject data) {
        transport.tell(Family.TRADING, "POST", "/publishDatasets", data);
    }

    /** A.3.7: makes the policy of a licence for controlled data, as tables A.48 to A.50 have it. */
    public JsonObject deliverControlled(JsonObject policy) {
        return transport.call(Family.TRADING, "POST", "/deliverDatasets", policy, JsonObject.class);
    }

    /** Whether a licence is good; needs no login. */
    public Verdict verify(JsonObject licence) {
        return transport.call(Family.PLATFORM, "POST", OWN + "licences/verify", new Shown(licence), Verdict.class);
    }

    /** The key in PEM that the signature of a licence is verified with; needs no login. */
    public String licensorKey(String licenceId) {
        return transport
                .<ReceivingKey>call(
                        Family.PLATFORM,
                        "GET",
                        OWN + "licences/" + segment(licenceId) + "/key",
                        null,
                        ReceivingKey.class)
                .publicKey();
    }

    private Page<Match> matches(Map<String, ?> query) {
        return transport.call(Family.PLATFORM, "GET", OWN + "matches", query, null, Types.pageOf(Match.class));
    }

    private <T> T get(String path, String name, String id, Class<T> type) {
        return transport.call(Family.TRADING, "GET", path, Map.of(name, id), null, type);
    }
}
