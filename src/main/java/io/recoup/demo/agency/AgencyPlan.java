package io.recoup.demo.agency;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;

/**
 * How a debtor of the demo behaves once the agency writes to it: always the same for the same name. Days are counted
 * from the day the agency received the case.
 */
public enum AgencyPlan {
    /** Pays everything on day 5. */
    PAYS_ALL(List.of(new Share(5, 1, 1)), Integer.MAX_VALUE),
    /** Pays half on day 4 and the rest on day 9. */
    PAYS_IN_PARTS(List.of(new Share(4, 1, 2), new Share(9, 1, 1)), Integer.MAX_VALUE),
    /** Never pays; the agency gives up on day 14. */
    NEVER_PAYS(List.of(), 14);

    /**
     * @param day days after the case was received
     * @param of the debtor pays {@code part/of} of what is outstanding then, rounded up to the minor unit
     */
    public record Share(int day, int part, int of) {

        public LocalDate dueOn(LocalDate receivedOn) {
            return receivedOn.plusDays(day);
        }

        public long minorOf(long outstandingMinor) {
            return Math.floorDiv(Math.addExact(Math.multiplyExact(outstandingMinor, part), of - 1), of);
        }
    }

    private final List<Share> shares;
    private final int givesUpAfterDays;

    AgencyPlan(List<Share> shares, int givesUpAfterDays) {
        this.shares = shares;
        this.givesUpAfterDays = givesUpAfterDays;
    }

    /** @param debtor the name as the client gave it; its checksum modulo three decides */
    public static AgencyPlan of(String debtor) {
        CRC32 sum = new CRC32();
        sum.update(debtor.getBytes(StandardCharsets.UTF_8));
        return values()[(int) (sum.getValue() % values().length)];
    }

    public List<Share> shares() {
        return shares;
    }

    public boolean isHopelessAfter(long days) {
        return days >= givesUpAfterDays;
    }
}
