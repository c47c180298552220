package io.recoup.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that misbehaves on request. The name before the @ says how: {@code refused} (550 to RCPT),
 * {@code grey} (451 to RCPT), {@code early} (hangs up before DATA), {@code busy} (451 to the final dot), {@code vanish} (takes the mail, then hangs
 * up without an answer); everybody else gets their mail.
 */
public final class ScriptedSmtp implements AutoCloseable {

    public final List<String> accepted = new CopyOnWriteArrayList<>();
    /** Whom each accepted mail goes to, in the same order. */
    public final List<List<String>> readers = new CopyOnWriteArrayList<>();
    /** Runs after DATA was read and before the server says that it waits for the text. */
    public volatile Runnable beforeGoAhead = () -> {};

    private final ServerSocket listener;

    public ScriptedSmtp() throws IOException {
        listener = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> talk(socket), "scripted-smtp-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            say(out, "220 scripted");
            List<String> readers = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                String to = String.join(" ", readers);
                if (verb.equals("RCPT")) {
                    say(out, answer(line, readers));
                } else if (verb.equals("MAIL") || verb.equals("RSET")) {
                    readers.clear();
                    say(out, "250 ok");
                } else if (verb.equals("DATA")) {
                    if (to.contains("<early@")) {
                        return;
                    }
                    beforeGoAhead.run();
                    say(out, "354 go ahead");
                    String text = text(in);
                    if (text == null) {
                        return;
                    }
                    if (to.contains("<busy@")) {
                        say(out, "451 4.3.0 try later");
                        continue;
                    }
                    this.readers.add(List.copyOf(readers));
                    accepted.add(text);
                    if (to.contains("<vanish@")) {
                        return;
                    }
                    say(out, "250 2.0.0 queued as " + accepted.size());
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException | UncheckedIOException hungUp) {
            // the client went away: what it did not finish was not accepted
        }
    }

    private static String answer(String rcpt, List<String> readers) {
        if (rcpt.contains("<refused@")) {
            return "550 5.1.1 no such user";
        }
        if (rcpt.contains("<grey@")) {
            return "451 4.7.1 greylisted";
        }
        readers.add(rcpt.substring(rcpt.indexOf('<'), rcpt.indexOf('>') + 1));
        return "250 ok";
    }

    /** @return null if the connection ended before the final dot */
    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return text.toString();
            }
            text.append(line).append('\n');
        }
        return null;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
