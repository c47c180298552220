package io.recoup.receivables.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code settlement/1}: what the ERP has to book.
 *
 * @param kind payment, or reversal of an earlier one
 * @param amount decimal string above zero
 * @param on business date, ISO
 * @param reference stays the same for ever: {@code recoup:<posting>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Settlement(
        String source,
        String sourceId,
        String number,
        Integer instalment,
        String kind,
        String amount,
        String currency,
        String on,
        String means,
        String payer,
        String remittance,
        String reason,
        String reference) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot write settlement " + reference, unwritable);
        }
    }
}
