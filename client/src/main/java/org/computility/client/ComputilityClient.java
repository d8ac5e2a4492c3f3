package org.computility.client;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.computility.client.market.Market;
import org.computility.client.market.Notifications;
import org.computility.client.market.PolicyUses;
import org.computility.client.market.Publications;
import org.computility.client.market.Subscriptions;
import org.computility.client.monitoring.Duplicates;
import org.computility.client.monitoring.Energy;
import org.computility.client.monitoring.Federation;
import org.computility.client.monitoring.Meters;
import org.computility.client.monitoring.MonthReports;
import org.computility.client.monitoring.OperationalData;
import org.computility.client.monitoring.Projects;
import org.computility.client.monitoring.ReportRules;
import org.computility.client.monitoring.ReportedCenters;
import org.computility.client.monitoring.Subscribers;
import org.computility.client.network.Catalogue;
import org.computility.client.network.Centers;
import org.computility.client.network.Inventory;
import org.computility.client.network.JobCosts;
import org.computility.client.network.Jobs;
import org.computility.client.network.Keys;
import org.computility.client.network.Network;
import org.computility.client.network.OnlineJobs;
import org.computility.client.network.QueueShares;
import org.computility.client.network.Registrations;
import org.computility.client.settlement.Bills;
import org.computility.client.settlement.Books;
import org.computility.client.settlement.Ledger;
import org.computility.client.wire.Family;
import org.computility.client.wire.FamilyCalls;
import org.computility.client.wire.Transport;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.glassfish.jersey.media.multipart.MultiPartFeature;

/**
 * The way into the platform. Immutable and safe for use by several threads; every call blocks until its answer and throws
 * {@link ComputilityException} when it does not succeed.
 */
public final class ComputilityClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(2);

    private final Client http;
    private final Transport transport;
    private final FamilyCalls network;
    private final FamilyCalls monitoring;

    private ComputilityClient(Client http, Transport transport) {
        this.http = http;
        this.transport = transport;
        network = new FamilyCalls(transport, Family.NETWORK);
        monitoring = new FamilyCalls(transport, Family.MONITORING);
    }

    /** A client that has not logged in; the base is for example {@code http://127.0.0.1:8080}. Sends nothing. */
    public static ComputilityClient at(URI base) {
        ClientConfig config = new ClientConfig()
                .connectorProvider(new JavaNetHttpConnectorProvider())
                .property(ClientProperties.CONNECT_TIMEOUT, (int) CONNECT_TIMEOUT.toMillis())
                .property(ClientProperties.READ_TIMEOUT, (int) READ_TIMEOUT.toMillis())
                // A start or stop is a POST without a body.
                .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
                .register(MultiPartFeature.class);
        Client http = ClientBuilder.newClient(config);
        Jsonb json = JsonbBuilder.create();
        return new ComputilityClient(http, new Transport(http, json, base, null));
    }

    /** The same client as that account. */
    public ComputilityClient login(String username, String password) {
        Login login = new Login(username, password);
        Token token = transport.call(Family.PLATFORM, "POST", "/platform/v1/tokens", login, Token.class);
        return withToken(token.token());
    }

    /** The same client with a token that was issued earlier. */
    public ComputilityClient withToken(String token) {
        return new ComputilityClient(http, transport.withToken(token));
    }

    /**
     * The same client for a call that changes something and may have to be sent again: repeats with the same key, of 1 to 255 visible
     * ASCII characters, get the answer of the first and change nothing more. Another call takes another key.
     */
    public ComputilityClient withIdempotencyKey(String key) {
        return new ComputilityClient(http, transport.withHeader("Idempotency-Key", key));
    }

    /** Makes the token useless; the client may log in again. */
    public void logout() {
        transport.tell(Family.PLATFORM, "DELETE", "/platform/v1/tokens/current", null);
    }

    /** Organisations and their accounts. */
    public Accounts accounts() {
        return new Accounts(transport);
    }

    /** Registered nodes. */
    public Nodes nodes() {
        return new Nodes(transport);
    }

    /** Algorithm packages on the platform and what they can do. */
    public Packages packages() {
        return new Packages(transport);
    }

    /** Packages on nodes. */
    public Deliveries deliveries() {
        return new Deliveries(transport);
    }

    /** Algorithm services: packages loaded on nodes. */
    public Services services() {
        return new Services(transport);
    }

    /** Authorization servers and licence files. */
    public Licensing licensing() {
        return new Licensing(transport);
    }

    /** Algorithms, compared by what they found. */
    public Evaluations evaluations() {
        return new Evaluations(transport);
    }

    /** Rules by which services get more and fewer replicas. */
    public Scaling scaling() {
        return new Scaling(transport);
    }

    /** Task plans. */
    public Plans plans() {
        return new Plans(transport);
    }

    /** The instances of task plans. */
    public Instances instances() {
        return new Instances(transport);
    }

    /** What the algorithms found. */
    public Results results() {
        return new Results(transport);
    }

    /** Runs of batch jobs. */
    public BatchRuns batchRuns() {
        return new BatchRuns(transport);
    }

    /** Data sets on the platform. */
    public DataSets dataSets() {
        return new DataSets(transport);
    }

    /** Training jobs. */
    public TrainingJobs trainingJobs() {
        return new TrainingJobs(transport);
    }

    /** The market for data. */
    public Market market() {
        return new Market(transport);
    }

    /** Models in the market. */
    public Subscriptions models() {
        return new Subscriptions(transport, Subscriptions.Kind.MODEL);
    }

    /** Applications in the market. */
    public Subscriptions applications() {
        return new Subscriptions(transport, Subscriptions.Kind.APPLICATION);
    }

    /** Published models and applications, and subscriptions to them. */
    public Publications publications() {
        return new Publications(transport);
    }

    /** Uses of controlled data. */
    public PolicyUses policyUses() {
        return new PolicyUses(transport);
    }

    /** What the caller was told, and the webhook. */
    public Notifications notifications() {
        return new Notifications(transport);
    }

    /** Orders and bills, down to the usage events. */
    public Bills bills() {
        return new Bills(transport);
    }

    /** Statements and transfers. */
    public Ledger ledger() {
        return new Ledger(transport);
    }

    /** The audit trail. */
    public Audit audit() {
        return new Audit(transport);
    }

    /** Money: deposits, payments, balances. */
    public Books books() {
        return new Books(transport);
    }

    /** What the computing network offers. */
    public Network network() {
        return new Network(network);
    }

    /** Computing centers, specs and images; for operators. */
    public Centers centers() {
        return new Centers(network);
    }

    /** Lists of centers, specs and images, and the capacity of all centers. */
    public Inventory inventory() {
        return new Inventory(network);
    }

    /** Jobs of every kind. */
    public Jobs jobs() {
        return new Jobs(network);
    }

    /** Online service jobs. */
    public OnlineJobs onlineJobs() {
        return new OnlineJobs(network);
    }

    /** What organisations are due of the network. */
    public QueueShares queueShares() {
        return new QueueShares(network);
    }

    /** What the market offers, by key word and category. */
    public Catalogue catalogue() {
        return new Catalogue(network);
    }

    /** Registration with approval. */
    public Registrations registrations() {
        return new Registrations(network);
    }

    /** Keys of applications. */
    public Keys keys() {
        return new Keys(network);
    }

    /** Projects of computing centers, as they are reported. */
    public Projects projects() {
        return new Projects(monitoring);
    }

    /** Computing centers as they are reported. */
    public ReportedCenters reportedCenters() {
        return new ReportedCenters(monitoring);
    }

    /** Centers that two report. */
    public Duplicates duplicates() {
        return new Duplicates(monitoring);
    }

    /** The platform above, and what it was told. */
    public Federation federation() {
        return new Federation(monitoring);
    }

    /** Who gets monitoring data on a timetable. */
    public Subscribers subscribers() {
        return new Subscribers(monitoring);
    }

    /** What reported centers do now. */
    public OperationalData operationalData() {
        return new OperationalData(monitoring);
    }

    /** What reported centers did each month. */
    public MonthReports monthReports() {
        return new MonthReports(monitoring);
    }

    /** What month reports are judged by. */
    public ReportRules reportRules() {
        return new ReportRules(monitoring);
    }

    /** Meters of reported centers, and what they counted. */
    public Meters meters() {
        return new Meters(monitoring);
    }

    /** Whose the electricity of reported centers was. */
    public Energy energy() {
        return new Energy(monitoring);
    }

    /** What jobs cost. */
    public JobCosts jobCosts() {
        return new JobCosts(network);
    }

    /** Closes the connections of this client and of all clients made from it. */
    @Override
    public void close() {
        http.close();
    }

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Login(String username, String password) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Token(String token, Instant expiresAt) {}
}
