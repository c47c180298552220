package io.recoup.intake.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.contract.FlawedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * One jq program that brings a foreign record into the shape of a contract. It sees the record and nothing else: no
 * environment, no other files, no clock; it may give none, one or many results.
 */
public final class JqMap {

    private static final Version JQ = Versions.JQ_1_7;
    private static final Scope FUNCTIONS = functions();
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final String name;
    private final JsonQuery query;
    private final Duration longest;

    /** @throws BrokenMap if the program does not compile */
    JqMap(String name, String program, Duration longest) {
        this.name = name;
        this.longest = longest;
        try {
            this.query = JsonQuery.compile(program, JQ);
        } catch (JsonQueryException broken) {
            throw brokenMap(broken);
        } catch (Error lexer) {
            // the generated scanner throws an Error at characters it does not know
            if (lexer instanceof VirtualMachineError) {
                throw lexer;
            }
            throw brokenMap(lexer);
        }
    }

    /**
     * What is null in a result is left out: jq gives null for what the input lacks.
     *
     * @throws FlawedRecord if the program fails on this record or does not end
     */
    public List<JsonNode> apply(JsonNode input) {
        List<JsonNode> results = new ArrayList<>();
        StepBudget.begin(longest.toNanos());
        try {
            query.apply(Scope.newChildScope(FUNCTIONS), input, results::add);
        } catch (JsonQueryException | StepBudget.Exhausted | StackOverflowError | ArithmeticException failure) {
            throw new FlawedRecord(
                    "", "map " + name + " fails on it: " + reason(failure), "correct the map or the record");
        } finally {
            StepBudget.end();
        }
        results.forEach(JqMap::dropNulls);
        return results;
    }

    private static String reason(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return "it calls itself without end";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private static void dropNulls(JsonNode node) {
        if (node.isContainerNode()) {
            for (Iterator<JsonNode> values = node.elements(); values.hasNext(); ) {
                JsonNode value = values.next();
                if (value.isNull()) {
                    values.remove();
                } else {
                    dropNulls(value);
                }
            }
        }
    }

    private BrokenMap brokenMap(Throwable broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Matcher line = LINE.matcher(message);
        return new BrokenMap(name, line.find() ? Long.parseLong(line.group(1)) : 1, "is no jq program: " + message);
    }

    private static Scope functions() {
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(JQ, scope);
        for (String forbidden : new String[] {"env/0", "now/0", "input/0", "inputs/0", "debug/0"}) {
            scope.addFunction(forbidden, (inner, args, in, path, output, version) -> {
                throw new JsonQueryException(forbidden + " is not available: a map sees its record and nothing else");
            });
        }
        StepBudget.guard(scope);
        return scope;
    }
}
