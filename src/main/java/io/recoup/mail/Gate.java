package io.recoup.mail;

/** The last look before a letter leaves. */
@FunctionalInterface
public interface Gate {

    /**
     * Called once the server is ready to take the text, milliseconds before the first byte of it.
     *
     * @throws GateClosed if the letter must not leave any more; nothing of it is sent then
     */
    void open() throws GateClosed;
}
