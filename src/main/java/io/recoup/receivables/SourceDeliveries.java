package io.recoup.receivables;

import java.time.LocalDate;
import java.util.Map;

/** When each source last delivered: nobody is reminded on old news. */
public interface SourceDeliveries {

    enum Kind {
        BANK,
        ERP;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A delivery of that source was taken, whether or not it told anything new. An earlier day changes nothing. */
    void delivered(Kind kind, String source, LocalDate on);

    /** The newest business date by source. */
    Map<String, LocalDate> newest(Kind kind);
}
