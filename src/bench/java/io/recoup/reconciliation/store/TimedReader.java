package io.recoup.reconciliation.store;

import io.recoup.receivables.SentLetters;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;

/** A reader of candidates that lets somebody measure what its reading takes. */
public final class TimedReader extends CandidateReader {

    /** Does the work and keeps what it took. */
    public interface Watch {
        <T> T on(Supplier<T> work);
    }

    private final Watch watch;

    @SuppressWarnings("unchecked")
    public TimedReader(ApplicationContext rooms, Watch watch) {
        super(
                rooms.getBean(CandidateItems.class),
                rooms.getBean(CandidateDebtors.class),
                rooms.getBean(PayerMemory.class),
                rooms.getBean(MisspeltItems.class),
                rooms.getBean(WholeLedger.class),
                (ObjectProvider<SentLetters>)
                        (ObjectProvider<?>) rooms.getBeanProvider(ResolvableType.forClass(SentLetters.class)));
        this.watch = watch;
    }

    @Override
    public Candidates read(List<PendingReceipt> receipts, LocalDate today) {
        return watch.on(() -> super.read(receipts, today));
    }
}
