package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.Locale;

/** How a company of ours writes its document numbers. */
enum NumberStyle {
    /** {@code RE-2026-00123} */
    YEARLY {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "RE-%d-%05d", on.getYear(), serial);
        }

        @Override
        String creditNote(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "GS-%d-%05d", on.getYear(), serial);
        }
    },
    /** {@code HH-26-04711}: branch, year, serial */
    BRANCH {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "%s-%02d-%05d", BRANCHES[(int) (serial % 3)], on.getYear() % 100, serial);
        }
    },
    /** {@code 1004711} */
    PLAIN {
        @Override
        String invoice(long serial, LocalDate on) {
            return Long.toString(1_000_000 + serial);
        }
    },
    /** {@code 2026/0123} */
    YEAR_FIRST {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "%d/%04d", on.getYear(), serial);
        }
    },
    /** {@code 300123} */
    SIX_DIGITS {
        @Override
        String invoice(long serial, LocalDate on) {
            return Long.toString(300_000 + serial);
        }
    },
    /** {@code F12345} */
    LETTER {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "F%05d", serial);
        }

        @Override
        String creditNote(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "K%05d", serial);
        }
    },
    /** {@code 4711-26} */
    YEAR_LAST {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "%d-%02d", serial, on.getYear() % 100);
        }
    },
    /** {@code V2600123} */
    GLUED {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "V%02d%05d", on.getYear() % 100, serial);
        }
    },
    /** {@code 123/2026/A} */
    REGISTER {
        @Override
        String invoice(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "%d/%d/A", serial, on.getYear());
        }

        @Override
        String creditNote(long serial, LocalDate on) {
            return String.format(Locale.ROOT, "%d/%d/NC", serial, on.getYear());
        }
    },
    /** {@code 4711} */
    SHORT {
        @Override
        String invoice(long serial, LocalDate on) {
            return Long.toString(serial);
        }
    };

    private static final String[] BRANCHES = {"HH", "M", "K"};

    abstract String invoice(long serial, LocalDate on);

    /** Most companies count credit notes with their invoices. */
    String creditNote(long serial, LocalDate on) {
        return invoice(serial, on);
    }
}
