package io.recoup.app.postgres;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** A process that runs the server until it is ended: what the tests kill. */
final class HoldsServer {

    private HoldsServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.serve(Path.of(arguments[0]), OptionalInt.empty());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        new CountDownLatch(1).await();
    }
}
