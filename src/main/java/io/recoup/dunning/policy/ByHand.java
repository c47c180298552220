package io.recoup.dunning.policy;

import io.recoup.mail.TypedText;
import java.util.List;
import java.util.Map;

/** What a letter that a person writes is booked under: no procedure of the policy, and no level of any. */
public final class ByHand {

    /** In place of a procedure's name. */
    public static final String PROCEDURE = "letters";

    /** In place of a level's. */
    public static final String LEVEL = "by hand";

    /** Days in which presets ask for an answer. */
    private static final int REPLY_DAYS = 7;

    private ByHand() {}

    public static boolean is(String procedure) {
        return PROCEDURE.equals(procedure);
    }

    /** The letter, as those see it who write and send letters: to the billing contact, charging nothing. */
    public static Level level(TypedText text) {
        Wording wording = new Wording(text, List.of(), List.of(), false, false, false, null, true);
        return new Level(
                LEVEL, new Trigger.FromDue(0), wording, REPLY_DAYS, 0, 1, false, Map.of(), Charges.NONE, false);
    }
}
