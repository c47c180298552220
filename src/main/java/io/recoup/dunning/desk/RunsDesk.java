package io.recoup.dunning.desk;

import io.recoup.dunning.LetterFilter;
import io.recoup.dunning.Notices;
import io.recoup.dunning.Policies;
import io.recoup.dunning.RunRefused;
import io.recoup.dunning.RunRefused.Why;
import io.recoup.dunning.Runs;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.Claim;
import io.recoup.dunning.store.DraftStore;
import io.recoup.dunning.store.NoticeStore;
import io.recoup.dunning.store.RunRows;
import io.recoup.dunning.store.RunStore;
import io.recoup.mail.Attachment;
import io.recoup.mail.Letter;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RunsDesk implements Runs {

    private final RunRows rows;
    private final RunStore runs;
    private final DraftStore drafts;
    private final NoticeStore notices;
    private final Notices sent;
    private final Policies policies;
    private final RightToSend rights;
    private final Composer composer;
    private final Accounts accounts;

    RunsDesk(
            RunRows rows,
            RunStore runs,
            DraftStore drafts,
            NoticeStore notices,
            Notices sent,
            Policies policies,
            RightToSend rights,
            Composer composer,
            Accounts accounts) {
        this.rows = rows;
        this.runs = runs;
        this.drafts = drafts;
        this.notices = notices;
        this.sent = sent;
        this.policies = policies;
        this.rights = rights;
        this.composer = composer;
        this.accounts = accounts;
    }

    @Override
    public List<Run> latest(int limit) {
        return rows.runs(null, limit);
    }

    @Override
    public Optional<Run> of(LocalDate on) {
        return rows.runs(on, 1).stream().findFirst();
    }

    @Override
    public Letters letters(LocalDate on, LetterFilter filter, int limit) {
        return rows.letters(on, filter, limit);
    }

    @Override
    public Choices choices(LocalDate on) {
        return rows.choices(on);
    }

    @Override
    @Transactional
    public Preview preview(long notice) {
        Optional<Notices.NoticeLetter> left = sent.letter(notice);
        if (left.isPresent()) {
            Notices.NoticeLetter letter = left.get();
            return new Preview(
                    letter.toAddress(), letter.subject(), letter.html(), letter.text(), List.of(), List.of(), null);
        }
        Policy policy = policies.current();
        Claim claim =
                notices.look(notice).orElseThrow(() -> new IllegalArgumentException("there is no letter " + notice));
        RightToSend.Verdict verdict = rights.of(claim, notices.parts(notice), policy);
        List<Preview.LeftOut> leftOut = leftOut(verdict);
        List<String> addresses = verdict.level() == null
                ? List.of()
                : verdict.account().who().emails(verdict.level().wording().to());
        String to = addresses.isEmpty() ? null : addresses.get(0);
        if (!verdict.mayLeave()) {
            return new Preview(to, null, null, null, List.of(), leftOut, verdict.refusal());
        }
        Composer.Written written = composer.written(verdict, claim.procedure(), policy);
        Letter letter = written.letter();
        return new Preview(
                to,
                letter.subject(),
                letter.html(),
                letter.text(),
                written.enclosed().stream().map(Attachment::fileName).toList(),
                leftOut,
                null);
    }

    private List<Preview.LeftOut> leftOut(RightToSend.Verdict verdict) {
        Map<ItemId, String> numbers = accounts.items(verdict.refused().keySet()).stream()
                .collect(Collectors.toMap(OpenItem::id, OpenItem::number));
        return verdict.refused().entrySet().stream()
                .map(entry -> new Preview.LeftOut(numbers.getOrDefault(entry.getKey(), "?"), entry.getValue()))
                .toList();
    }

    @Override
    @Transactional
    public int approve(LocalDate on, String by) {
        newest(on);
        int approved = drafts.approve(on, null, by);
        runs.approved(on, by);
        return approved;
    }

    @Override
    @Transactional
    public void approveLetter(long notice, String by) {
        if (approveLetters(plannedOn(notice), List.of(notice), by) == 0) {
            throw new RunRefused(Why.NOT_WAITING);
        }
    }

    @Override
    @Transactional
    public int approveLetters(LocalDate on, Collection<Long> notices, String by) {
        newest(on);
        return drafts.approve(on, notices, by);
    }

    @Override
    @Transactional
    public int discard(LocalDate on, String by, String reason) {
        return drafts.discard(on, null, by, reason);
    }

    @Override
    @Transactional
    public void discardLetter(long notice, String by, String reason) {
        if (discardLetters(plannedOn(notice), List.of(notice), by, reason) == 0) {
            throw new RunRefused(Why.NO_DRAFT);
        }
    }

    @Override
    @Transactional
    public int discardLetters(LocalDate on, Collection<Long> notices, String by, String reason) {
        return drafts.discard(on, notices, by, reason);
    }

    private LocalDate plannedOn(long notice) {
        return notices.look(notice).map(Claim::plannedOn).orElseThrow(() -> new RunRefused(Why.NO_LETTER));
    }

    private void newest(LocalDate on) {
        runs.newest().filter(newest -> newest.isAfter(on)).ifPresent(newest -> {
            throw new RunRefused(Why.REPLACED, newest, on);
        });
    }
}
