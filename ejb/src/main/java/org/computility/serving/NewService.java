package org.computility.serving;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.computility.shared.Member;

/**
 * A service to load.
 *
 * @param env empty: the package's own defaults
 * @param licenseFile where the node fetches its licence file, or null
 */
public record NewService(String packageId, String computeCode, List<EnvItem> env, String licenseFile, int replicas) {

    /** The variable by which an algorithm learns where it is authorized (T/BAX 0006.5 clause 4.3). */
    static final String AUTH_SERVER = "AUTH_SERVER_ADDR";

    public NewService {
        env = List.copyOf(env);
    }

    /** Whether the variable is among {@code env}, with whatever value. */
    boolean names(String variable) {
        return env.stream().anyMatch(item -> item.name().equals(variable));
    }

    /** What the variable is set to; of two with one name the last counts. */
    Optional<String> value(String variable) {
        return last(variable).map(i -> env.get(i).value());
    }

    /** Where the variable's value stands, or would have to stand. */
    Member member(String variable) {
        return last(variable).map(i -> new Member("env[" + i + "].value")).orElse(new Member("env"));
    }

    private Optional<Integer> last(String variable) {
        return IntStream.range(0, env.size())
                .filter(i -> env.get(i).name().equals(variable))
                .boxed()
                .reduce((former, later) -> later);
    }

    NewService with(EnvItem more) {
        return new NewService(
                packageId,
                computeCode,
                Stream.concat(env.stream(), Stream.of(more)).toList(),
                licenseFile,
                replicas);
    }

    NewService withLicenseFile(String link) {
        return new NewService(packageId, computeCode, env, link, replicas);
    }
}
