package io.recoup.intake.door;

import io.recoup.intake.contract.Flaw;
import java.util.List;

/**
 * A record as far as it can be read without the books.
 *
 * @param changes what it does; several when a map makes several records of it
 * @param flaws why some of it, or all, cannot be taken
 */
record Parsed(List<Change> changes, List<Flaw> flaws) {}
