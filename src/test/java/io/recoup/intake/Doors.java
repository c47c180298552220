package io.recoup.intake;

import io.recoup.agency.AgencySettings;
import io.recoup.calendar.BusinessDay;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import io.recoup.testing.Rooms;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** The doors with the real ledger behind them. */
public final class Doors implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    static final IntakeSettings SETTINGS = new IntakeSettings(10, 1 << 16, Duration.ofSeconds(2), ZoneId.of("UTC"), 2);

    private final AnnotationConfigApplicationContext rooms;
    private final AnnotationConfigApplicationContext intake;

    public Doors(DataSource dataSource, Path routes) {
        BusinessDay day = zone -> TODAY;
        rooms = Rooms.open(
                dataSource,
                new String[] {"receivables", "outbox", "banking"},
                day,
                SETTINGS,
                new RoutesFolder(routes),
                new JdbcTemplate(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                new AgencySettings(
                        null,
                        null,
                        null,
                        "RC",
                        Duration.ofMinutes(5),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        ZoneId.of("UTC"),
                        null));
        intake = new AnnotationConfigApplicationContext();
        intake.setParent(rooms);
        intake.scan("io.recoup.intake", "io.recoup.agency.store");
        for (String bean : new String[] {"CaseDesk", "CaseEnds", "CasePayments"}) {
            intake.register(ClassUtils.resolveClassName("io.recoup.agency." + bean, null));
        }
        intake.refresh();
    }

    InDoor door(String name) {
        return intake.getBeansOfType(InDoor.class).values().stream()
                .filter(door -> door.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    DoorReport accept(String door, String body, Map<String, String> options) {
        return accept(door, body.getBytes(StandardCharsets.UTF_8), options);
    }

    DoorReport accept(String door, byte[] body, Map<String, String> options) {
        return accept(door, new ByteArrayInputStream(body), options);
    }

    public DoorReport accept(String door, InputStream body, Map<String, String> options) {
        return door(door).accept(new InDoor.Delivery("erp", "file-of-today", body), options);
    }

    DoorReport invoices(String body) {
        return accept("invoices", body, Map.of());
    }

    Inbox inbox() {
        return intake.getBean(Inbox.class);
    }

    Quarantine quarantine() {
        return intake.getBean(Quarantine.class);
    }

    Ledger ledger() {
        return rooms.getBean(Ledger.class);
    }

    List<OpenItem> items(String number) {
        return rooms.getBean(Accounts.class).byNumber(number);
    }

    OpenItem item(String number) {
        List<OpenItem> items = items(number);
        if (items.size() != 1) {
            throw new AssertionError(items.size() + " items with number " + number);
        }
        return items.get(0);
    }

    /** The latest row of quarantine, whatever its state. */
    Quarantine.Row lastHeld() {
        List<Quarantine.Row> open = quarantine().open(0, 10_000);
        return open.get(open.size() - 1);
    }

    @Override
    public void close() {
        intake.close();
        rooms.close();
    }
}
