package io.recoup.dunning.desk;

import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Wording;
import io.recoup.mail.Attachment;
import io.recoup.mail.StatementPdf;
import io.recoup.receivables.OpenItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files that go with a letter. */
final class Enclosures {

    private Enclosures() {}

    /** @throws IllegalArgumentException naming the file that is missing or cannot be attached, and the remedy */
    static List<Attachment> of(RightToSend.Verdict verdict, Policy policy) {
        Wording wording = verdict.level().wording();
        List<Attachment> files = new ArrayList<>();
        if (wording.statement()) {
            String language = verdict.account().language() == null
                    ? policy.letterhead().language()
                    : verdict.account().language();
            files.add(Attachment.of(
                    "statement-" + verdict.today() + ".pdf",
                    StatementPdf.of(LetterContents.statement(verdict), policy.letterhead(), language)));
        }
        if (wording.invoices()) {
            Set<String> numbers = new LinkedHashSet<>();
            verdict.items().stream().map(OpenItem::number).forEach(numbers::add);
            for (String number : numbers) {
                files.add(read(archived(policy.creditor().archive(), number)));
            }
        }
        if (wording.file() != null) {
            files.add(read(wording.file()));
        }
        return files;
    }

    /** A number may have signs that no file name has: {@code FV-2025/118} lies as {@code FV-2025_118.pdf}. */
    private static Path archived(Path archive, String number) {
        return archive.resolve(number.replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".pdf");
    }

    private static Attachment read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file + " to attach: put it there");
        }
        try {
            return Attachment.of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
