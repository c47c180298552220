package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.mail.BankAccount;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.Colours;
import io.recoup.mail.Letterhead;
import io.recoup.mail.Logo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The part of a policy file that says how the creditor's letters look. */
final class PolicyLetterhead {

    private static final String A_COLOUR = "a colour such as #2f6b4f";
    private static final String COLOUR = "#[0-9a-fA-F]{6}";

    private PolicyLetterhead() {}

    static Letterhead read(YamlFields creditor, Path folder) {
        String name = creditor.required("name", "the company's name");
        Colours usual = Colours.accented("#2f4b66");
        String accent = colour(creditor, "accent", usual.accent());
        String background = colour(creditor, "background", usual.background());
        String text = colour(creditor, "textColour", usual.text());
        return new Letterhead(
                name,
                creditor.text("taxId", ""),
                creditor.lines("address"),
                creditor.text("phone", ""),
                creditor.text("website", ""),
                new Colours(accent, background, text),
                logo(creditor, folder),
                accounts(creditor, name),
                creditor.lines("payment"),
                creditor.matching("from", ".*[^\\s@]+@[^\\s@]+\\.[^\\s@]+.*", "an e-mail address", null),
                Arrays.stream(creditor.matching(
                                        "replyTo",
                                        "\\s*[^\\s@,]+@[^\\s@,]+(\\s*,\\s*[^\\s@,]+@[^\\s@,]+)*\\s*",
                                        "one or more e-mail addresses with commas between",
                                        null)
                                .split(","))
                        .map(String::strip)
                        .toList(),
                creditor.matching("language", "[a-z]{2}", "a two-letter language such as es", null),
                creditor.matching("country", "[A-Z]{2}", "a two-letter country such as ES", null));
    }

    private static String colour(YamlFields creditor, String field, String usual) {
        String colour = creditor.matching(field, COLOUR, A_COLOUR, usual);
        return colour.matches(COLOUR) ? colour : usual;
    }

    private static Logo logo(YamlFields creditor, Path folder) {
        String file = creditor.text("logo", "");
        String align = creditor.matching("logoAlign", "left|center|right", "left, center or right", "left");
        if (file.isEmpty()) {
            return null;
        }
        try {
            Logo.Align where = align.matches("left|center|right")
                    ? Logo.Align.valueOf(align.toUpperCase(Locale.ROOT))
                    : Logo.Align.LEFT;
            return Logo.read(folder.resolve(file), where);
        } catch (BrokenFile unfit) {
            unfit.problems().forEach(problem -> creditor.problem("logo", problem.message(), problem.remedy()));
            return null;
        }
    }

    private static List<BankAccount> accounts(YamlFields creditor, String holder) {
        List<BankAccount> accounts = new ArrayList<>();
        for (YamlFields block : creditor.list("accounts")) {
            String iban = block.required("iban", "the IBAN");
            String bic = block.text("bic", "");
            String bank = block.text("bank", "");
            String currency = block.text("currency", "");
            try {
                accounts.add(new BankAccount(block.text("holder", holder), iban, bic, bank, currency));
            } catch (IllegalArgumentException wrong) {
                block.problem("iban", wrong.getMessage(), "correct the account");
            }
        }
        return accounts;
    }
}
