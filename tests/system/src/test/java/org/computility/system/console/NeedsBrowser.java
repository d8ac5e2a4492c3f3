package org.computility.system.console;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class of tests as a whole where there is no Chromium: nothing of it has been opened yet. */
final class NeedsBrowser implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Browser.require();
    }
}
