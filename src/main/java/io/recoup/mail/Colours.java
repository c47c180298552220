package io.recoup.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The colours of a letter, each {@code #rrggbb} in lower case.
 *
 * @param accent of lines, headings and links
 * @param background around the sheet, which itself is white
 * @param text of what is written on the sheet
 */
public record Colours(String accent, String background, String text) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    public Colours {
        accent = checked("accent", accent);
        background = checked("background", background);
        text = checked("text", text);
    }

    /** The usual paper and ink. */
    public static Colours accented(String accent) {
        return new Colours(accent, "#eef1f2", "#26313a");
    }

    /** White, or black where white would be hard to read on the accent (by relative luminance, WCAG 2). */
    String onAccent() {
        double luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
        return 1.05 / (luminance + 0.05) >= 3 ? "#ffffff" : "#000000";
    }

    private double linear(int from) {
        double part = Integer.parseInt(accent.substring(from, from + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String checked(String what, String colour) {
        String written = String.valueOf(colour).toLowerCase(Locale.ROOT);
        if (!FORM.matcher(written).matches()) {
            throw new IllegalArgumentException(
                    "the " + what + " colour '" + colour + "' is not of the form #rrggbb, e.g. #2f6b4f");
        }
        return written;
    }
}
