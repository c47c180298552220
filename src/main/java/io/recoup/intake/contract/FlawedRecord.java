package io.recoup.intake.contract;

import java.util.List;

/** A record that cannot be taken as it is. */
public final class FlawedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** @param flaws at least one */
    public FlawedRecord(List<Flaw> flaws) {
        super(reason(flaws));
        this.flaws = List.copyOf(flaws);
    }

    public FlawedRecord(String field, String what, String remedy) {
        this(List.of(new Flaw(field, what, remedy)));
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    public String remedy() {
        return flaws.get(0).remedy();
    }

    private static String reason(List<Flaw> flaws) {
        List<String> reasons = flaws.stream().map(Flaw::reason).limit(5).toList();
        return String.join("; ", reasons)
                + (flaws.size() > reasons.size() ? "; and " + (flaws.size() - reasons.size()) + " more" : "");
    }
}
