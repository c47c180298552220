package io.recoup.reconciliation.desk;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which automatic matches a person checks: at random, but always the same ones. */
final class AuditDraw {

    private static final int FINE = 1_000_000;

    private AuditDraw() {}

    static boolean isDrawn(long receipt, ReconciliationSettings settings) {
        CRC32 hash = new CRC32();
        hash.update((settings.auditSalt() + ":" + receipt).getBytes(StandardCharsets.UTF_8));
        // the low bits of neighbouring ids are spread by a multiplication
        long spread = (hash.getValue() * 0x9E3779B97F4A7C15L) >>> 32;
        return spread % FINE < settings.auditShare() * FINE;
    }
}
