package io.recoup.mail;

import java.io.IOException;

/** A letter was held back at the last moment. An I/O failure, so that the transport drops the connection at once. */
public class GateClosed extends IOException {

    private static final long serialVersionUID = 1L;

    public GateClosed(String reason) {
        super(reason);
    }

    public GateClosed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
