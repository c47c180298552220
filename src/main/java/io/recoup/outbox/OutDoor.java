package io.recoup.outbox;

import java.util.List;

/**
 * The inside of an out door of the {@code recoup:} component: work that a route carries to another system. The room
 * that owns the work implements it as a bean; any number of replicas may claim at once.
 */
public interface OutDoor {

    /** The door's name in {@code recoup:<name>}, e.g. {@code placements}. */
    String name();

    /**
     * Claims due work in a transaction of its own and commits it before anything leaves: each task is leased for some
     * minutes, and given out again only if the lease ends without an answer and sending it twice is safe.
     *
     * @param target the agency or ERP the route serves; null where the door has none
     */
    List<OutTask> claim(String target, int limit);

    /** The other side answered; {@code replyJson} is the route's final body, as our contract wants it. */
    void succeeded(OutTask task, String replyJson);

    void failed(OutTask task, Failure failure, String message);
}
