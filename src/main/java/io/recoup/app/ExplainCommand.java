package io.recoup.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Explainer;
import io.recoup.dunning.Explainer.Explanation;
import io.recoup.dunning.Policies;
import io.recoup.dunning.plan.Reason;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a reminder was or was not sent: the answer of the planner that decides. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Say why a reminder about an invoice was or was not sent, and what happens next and when.",
            "Reads the books of this machine's recoup; changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "1:no such invoice", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  java -jar recoup.jar explain FV-2025/118")
final class ExplainCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule().addSerializer(Reason.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Parameters(paramLabel = "NUMBER", description = "The invoice's number as printed on it.")
    private String number;

    @Option(names = "--on", paramLabel = "DATE", description = "As of that business date; today if absent.")
    private LocalDate on;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        try (ConfigurableApplicationContext context = CommandContext.open()) {
            LocalDate day = on != null
                    ? on
                    : context.getBean(BusinessDay.class)
                            .today(context.getBean(Policies.class).current().zone());
            List<Explanation> answers = context.getBean(Explainer.class).explain(number, day);
            for (Explanation answer : answers) {
                if (json) {
                    out.println(JSON.writeValueAsString(answer));
                } else {
                    answer.lines().forEach(out::println);
                }
            }
            out.flush();
            if (answers.isEmpty()) {
                spec.commandLine().getErr().println("no invoice has the number " + number);
            }
            return answers.isEmpty() ? 1 : 0;
        }
    }
}
