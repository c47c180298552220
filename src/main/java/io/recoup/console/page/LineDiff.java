package io.recoup.console.page;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two versions of a text differ, each with the lines around it. */
final class LineDiff {

    private static final int AROUND = 2;

    /** Longer changes are shown as removed and added altogether: the table below grows with their product. */
    private static final int COMPARED = 2_000;

    private LineDiff() {}

    /**
     * @param sign {@code -} removed, {@code +} added, blank = the same in both, {@code …} = lines left out here
     * @param number of the line in the version it is in, the newer one where it is in both; 0 = none
     */
    record Line(String sign, int number, String text) {

        public String tone() {
            return sign.equals("+") ? "added" : sign.equals("-") ? "removed" : "same";
        }
    }

    static List<Line> between(String before, String after) {
        List<Line> all = all(before.lines().toList(), after.lines().toList());
        List<Line> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean near = false;
            for (int j = Math.max(0, i - AROUND); j <= Math.min(all.size() - 1, i + AROUND); j++) {
                near |= !all.get(j).sign().isBlank();
            }
            if (near) {
                shown.add(all.get(i));
            } else if (!shown.isEmpty() && !shown.get(shown.size() - 1).sign().equals("…")) {
                shown.add(new Line("…", 0, ""));
            }
        }
        if (!shown.isEmpty() && shown.get(shown.size() - 1).sign().equals("…")) {
            shown.remove(shown.size() - 1);
        }
        return shown;
    }

    private static List<Line> all(List<String> before, List<String> after) {
        int head = 0;
        while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        same(lines, after, 0, head);
        changed(lines, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), head);
        same(lines, after, after.size() - tail, after.size());
        return lines;
    }

    private static void same(List<Line> lines, List<String> after, int from, int to) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(" ", i + 1, after.get(i)));
        }
    }

    /** By the longest run of lines that both have in the same order. */
    private static void changed(List<Line> lines, List<String> before, List<String> after, int head) {
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (both && common.length > 0 && before.get(i).equals(after.get(j))) {
                lines.add(new Line(" ", head + j + 1, after.get(j)));
                i++;
                j++;
            } else if (j == after.size() || both && (common.length == 0 || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("-", head + i + 1, before.get(i)));
                i++;
            } else {
                lines.add(new Line("+", head + j + 1, after.get(j)));
                j++;
            }
        }
    }

    private static int[][] common(List<String> before, List<String> after) {
        if (before.size() > COMPARED || after.size() > COMPARED) {
            return new int[0][];
        }
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
