package io.recoup.intake.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/** Ends maps that would never end: every call of a function and every value it gives counts. */
final class StepBudget {

    /** Enough for a page of ten thousand invoices; an endless loop reaches it within seconds. */
    private static final long MOST_STEPS = 20_000_000;

    private static final ThreadLocal<StepBudget> CURRENT = new ThreadLocal<>();

    private final long deadline;
    private long steps;

    private StepBudget(long nanos) {
        this.deadline = System.nanoTime() + nanos;
    }

    /** From here on the thread's maps count, until {@link #end}. */
    static void begin(long nanos) {
        CURRENT.set(new StepBudget(nanos));
    }

    static void end() {
        CURRENT.remove();
    }

    /** Puts a meter before every function of the scope. */
    static void guard(Scope scope) {
        Map.copyOf(scope.getLocalFunctions()).forEach((name, function) -> scope.addFunction(name, metered(function)));
    }

    private static Function metered(Function function) {
        return new Function() {
            @Override
            public void apply(
                    Scope scope, List<Expression> args, JsonNode in, Path path, PathOutput output, Version version)
                    throws JsonQueryException {
                step();
                function.apply(
                        scope,
                        args,
                        in,
                        path,
                        (value, where) -> {
                            step();
                            output.emit(value, where);
                        },
                        version);
            }
        };
    }

    private static void step() {
        StepBudget budget = CURRENT.get();
        if (budget == null) {
            return;
        }
        budget.steps++;
        if (budget.steps > MOST_STEPS || budget.steps % 1024 == 0 && System.nanoTime() - budget.deadline > 0) {
            throw new Exhausted();
        }
    }

    /** Unchecked, so that no {@code try} of the map can catch it. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("the map does not come to an end");
        }
    }
}
