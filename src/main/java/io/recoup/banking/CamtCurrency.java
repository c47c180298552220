package io.recoup.banking;

import io.recoup.money.Money;
import java.util.Currency;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/** The {@code Ccy} attribute, looked up again only where it changes: in most files it never does. */
final class CamtCurrency extends TypedValueDecoder {

    private @Nullable Currency last;
    private @Nullable String lastCode;
    private @Nullable String code;

    void forget() {
        code = null;
    }

    /** @throws IllegalArgumentException if there is none, or none of ISO 4217 */
    Currency read() {
        if (last == null || code == null || !code.equals(last.getCurrencyCode())) {
            last = Money.zero(Money.currencyOf(code)).currency();
        }
        return last;
    }

    @Override
    public void decode(String input) {
        code = input;
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        boolean same = lastCode != null && lastCode.length() == end - start;
        for (int i = 0; same && i < end - start; i++) {
            same = lastCode.charAt(i) == buffer[start + i];
        }
        if (!same) {
            lastCode = new String(buffer, start, end - start);
        }
        code = lastCode;
    }

    @Override
    public void handleEmptyValue() {
        code = null;
    }
}
