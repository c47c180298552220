package io.recoup.console.page;

import io.recoup.dunning.LetterFilter;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person typed to see some letters of a run, as it stands in the address; what is empty asks for nothing.
 *
 * @param least an amount of {@code currency}, in either decimal mark
 */
record RunFilter(String level, String state, String text, String least, String currency) {

    RunFilter {
        level = plain(level);
        state = plain(state);
        text = plain(text);
        least = plain(least);
        currency = plain(currency);
    }

    private static String plain(String field) {
        return field == null ? "" : field.strip();
    }

    /** A currency alone filters nothing. */
    public boolean isSet() {
        return !(level + state + text + least).isEmpty();
    }

    /** The currency chosen, or the first there is; empty where there is none. */
    String currencyOf(List<String> currencies) {
        return currencies.contains(currency) ? currency : currencies.isEmpty() ? "" : currencies.get(0);
    }

    /**
     * @param currencies of the run's letters
     * @throws RefusedForm if the amount cannot be read
     */
    LetterFilter wanted(List<String> currencies) {
        String of = currencyOf(currencies);
        return new LetterFilter(
                Typed.text(level),
                Typed.text(state),
                Typed.text(text),
                least.isEmpty() || of.isEmpty() ? null : Formats.typed(least, Money.currencyOf(of)));
    }

    /** The page of that run with this filter. */
    String address(LocalDate on) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/runs/" + on);
        String of = least.isEmpty() ? "" : currency;
        Map<String, String> asked =
                Map.of("level", level, "state", state, "text", text, "least", least, "currency", of);
        if (isSet()) {
            asked.keySet().stream()
                    .sorted()
                    .filter(name -> !asked.get(name).isEmpty())
                    .forEach(name -> address.queryParam(name, "{" + name + "}"));
        }
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
