package org.computility.shared.rest.errors;

import jakarta.servlet.http.HttpServletRequest;
import org.computility.shared.console.Language;
import org.computility.shared.console.Texts;
import org.computility.shared.rest.RequestId;

/** The console's page about an error, in the person's language. It needs no Faces: Faces may be what failed. */
final class ErrorText {

    private static final int SERVERS_FAULT = 500;

    private ErrorText() {}

    static String in(HttpServletRequest request, int status) {
        Texts texts = Texts.in(Language.of(request));
        String title = texts.of("refused.title");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <title>%s · %s</title>
                <link rel="stylesheet" href="/console/jakarta.faces.resource/console.css?ln=computility">
                </head>
                <body><main><section class="card empty refused"><h1>%s</h1><p>%s</p><a href="/console/">%s</a></section></main></body>
                </html>
                """.formatted(
                        texts.locale().toLanguageTag(),
                        title,
                        texts.of("product"),
                        title,
                        reason(texts, status, RequestId.of(request)),
                        texts.of("refused.back"));
    }

    private static String reason(Texts texts, int status, String requestId) {
        return switch (status) {
            case 404 -> texts.of("refused.nothing");
            case 408 -> texts.of("refused.late");
            case 503 -> texts.of("refused.busy");
            default -> status < SERVERS_FAULT ? texts.of("refused.request") : texts.format("refused.failed", requestId);
        };
    }
}
