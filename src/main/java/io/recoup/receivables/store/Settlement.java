package io.recoup.receivables.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code settlement/1}: what the ERP has to book.
 *
 * @param kind payment, discount, small_difference, credit (a credit note set against the document by a payment), or
 *     reversal of an earlier one
 * @param amount decimal string above zero
 * @param on business date, ISO
 * @param creditNote number of the credit note; null unless one was set against the document
 * @param reference stays the same for ever: {@code recoup:<posting>}
 * @param reverses reference of what a reversal takes back; null of anything else
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
        String creditNote,
        String reference,
        String reverses) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot write settlement " + reference, unwritable);
        }
    }
}
