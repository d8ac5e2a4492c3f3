package org.computility.demo.loop;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.client.ComputilityClient;
import org.computility.client.network.Centers;
import org.computility.client.network.Cpu;
import org.computility.client.network.Memory;
import org.computility.client.settlement.Books;

/** This machine as a computing center: what it offers, and at which price. */
public final class TrainingCenter {

    /** Of the center. */
    public static final String ID = "this-machine";

    static final String SPEC = "one-core";
    static final String IMAGE = "programs-of-this-machine";

    private static final BigDecimal PRICE = new BigDecimal("0.02");
    private static final BigDecimal MEBIBYTES = BigDecimal.valueOf(1280);

    private final ComputilityClient administrator;
    private final UUID owner;

    /** @param owner the organisation that earns what jobs pay */
    public TrainingCenter(ComputilityClient administrator, UUID owner) {
        this.administrator = administrator;
        this.owner = owner;
    }

    /** Registers the center, its spec with a price, and an image. Why it runs no jobs, if so. */
    public Optional<String> open(Path folder) {
        Centers centers = administrator.centers();
        centers.register(
                new Centers.NewCenter(ID, "This machine", null, null, null, owner, "process:" + folder, null, null));
        Centers.Center asked = centers.probe(ID);
        if (!asked.connected()) {
            return Optional.of(asked.reason());
        }
        centers.offer(
                new Centers.NewSpec(SPEC, "One core", new Cpu(architecture(), 1), new Memory(MEBIBYTES, "MiB"), null));
        centers.offer(new Centers.Image(
                IMAGE, "The programs of this machine", null, ID, null, null, null, null, null, null, null, List.of()));
        administrator.jobCosts().publish(SPEC, PRICE);
        return Optional.empty();
    }

    /** Records what somebody has paid in. */
    public void deposit(UUID organisation, BigDecimal amount) {
        administrator.books().deposit(new Books.NewDeposit(organisation, amount, "demo training"));
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "ARM" : "X86";
    }
}
