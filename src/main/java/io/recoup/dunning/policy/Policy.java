package io.recoup.dunning.policy;

import io.recoup.dunning.pack.DebtorType;
import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.pack.Loosening;
import io.recoup.dunning.pack.Packs;
import io.recoup.mail.Letterhead;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One policy file: who claims, from whom, when and how.
 *
 * @param procedures the first that names neither segment nor debtors applies to everybody else
 * @param own the policy's own limits, beside those of the packs
 * @param hash SHA-256 of the file and of the packs it uses, hex; every letter carries it
 */
public record Policy(
        Path file,
        String hash,
        Creditor creditor,
        List<Segment> segments,
        List<Procedure> procedures,
        List<Action> actions,
        Packs packs,
        Limits own,
        List<Loosening> loosened,
        Map<String, Restrictions> merged) {

    public Policy(
            Path file,
            String hash,
            Creditor creditor,
            List<Segment> segments,
            List<Procedure> procedures,
            List<Action> actions,
            Packs packs,
            Limits own,
            List<Loosening> loosened) {
        this(file, hash, creditor, segments, procedures, actions, packs, own, loosened, new ConcurrentHashMap<>());
    }

    public Policy {
        segments = List.copyOf(segments);
        procedures = List.copyOf(procedures);
        actions = List.copyOf(actions);
        loosened = List.copyOf(loosened);
    }

    public Letterhead letterhead() {
        return creditor.letterhead();
    }

    public ZoneId zone() {
        return creditor.zone();
    }

    /** The procedure of debtors that no other is for. */
    public Procedure procedure() {
        return procedures.stream()
                .filter(any -> any.segment() == null && any.debtors().isEmpty())
                .findFirst()
                .orElse(procedures.get(0));
    }

    public Optional<Procedure> procedure(String name) {
        return procedures.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /** A level of a procedure, or with {@link Action#PROCEDURE} what an action sends. */
    public Optional<Level> level(String procedure, String name) {
        return procedure.equals(Action.PROCEDURE)
                ? action(name).filter(action -> action.wording() != null).map(Action::asLevel)
                : procedure(procedure).flatMap(known -> known.levels().stream()
                        .filter(level -> level.name().equals(name))
                        .findFirst());
    }

    public Optional<Segment> segment(String name) {
        return segments.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    public Optional<Action> action(String name) {
        return actions.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /**
     * What the law and the company allow toward a debtor on a day: the strictest of all that apply.
     *
     * @param country null = the creditor's
     * @param debtorType null = not known
     */
    public Restrictions restrictionsFor(String country, String debtorType, LocalDate day) {
        String where = country == null ? creditor.letterhead().country() : country;
        return merged.computeIfAbsent(
                where + '/' + debtorType + '/' + packs.validOn(day),
                key -> Restrictions.of(
                        packs.limitsFor(where, debtorType == null ? DebtorType.ANY : DebtorType.parse(debtorType), day)
                                .loosened(loosened)
                                .strictest(own)));
    }
}
