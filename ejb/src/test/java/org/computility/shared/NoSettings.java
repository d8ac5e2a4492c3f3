package org.computility.shared;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** The configuration of a server where nothing is set. */
public final class NoSettings extends ConfigProviderResolver {

    private static final Config NOTHING = (Config) Proxy.newProxyInstance(
            Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getOptionalValue")) {
                    return Optional.empty();
                }
                throw new UnsupportedOperationException(method.getName());
            });

    /** From now on, in all tests of this process. */
    public static void use() {
        setInstance(new NoSettings());
    }

    @Override
    public Config getConfig() {
        return NOTHING;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return NOTHING;
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config config) {
        throw new UnsupportedOperationException();
    }
}
