package io.recoup.console;

import java.time.LocalDate;
import java.util.List;

/** What a demo adds to the header of every page. Where no bean of it exists, the header shows none of this. */
public interface DemoControls {

    LocalDate businessDate();

    /** @param days calendar days to move the business date forward; above zero */
    void advance(int days);

    /** Other pages of the demo, such as its mailbox. */
    List<Link> links();

    /** @param label its word in the messages, after {@code demo.link.}
     * @param path where it leads, from the root of this server */
    record Link(String label, String path) {}
}
