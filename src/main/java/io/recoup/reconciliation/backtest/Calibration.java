package io.recoup.reconciliation.backtest;

import java.util.List;
import java.util.stream.IntStream;

/** Whether stated confidence holds: proposals by bands of confidence, what was stated and how many were right. */
public final class Calibration {

    private static final double[] FROM = {0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999};

    private final Band[] bands = new Band[FROM.length];

    Calibration() {
        for (int i = 0; i < FROM.length; i++) {
            bands[i] = new Band(FROM[i], i + 1 < FROM.length ? FROM[i + 1] : 1, 0, 0, 0, 0);
        }
    }

    /**
     * @param from lowest confidence, inclusive
     * @param stated sum of the confidences
     * @param right strictly; {@code equal} with equal items counted as one
     */
    public record Band(double from, double until, long count, double stated, long right, long equal) {

        private Band with(Judgement one) {
            return new Band(
                    from,
                    until,
                    count + 1,
                    stated + one.match().confidence(),
                    right + (one.strict() ? 1 : 0),
                    equal + (one.equal() ? 1 : 0));
        }
    }

    void add(Judgement one) {
        if (one.isProposed()) {
            double confidence = one.match().confidence();
            int at = IntStream.range(0, FROM.length)
                    .filter(i -> confidence >= FROM[i])
                    .max()
                    .orElse(0);
            bands[at] = bands[at].with(one);
        }
    }

    public List<Band> bands() {
        return List.of(bands);
    }

    /** Mean distance between stated and observed (equal items counted right), weighted by how many are in a band. */
    public double error() {
        long all = 0;
        double off = 0;
        for (Band band : bands) {
            all += band.count();
            off += Math.abs(band.stated() - band.equal());
        }
        return all == 0 ? Double.NaN : off / all;
    }
}
