package io.recoup.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/** Where the business date comes from: asked once, at the edge, and passed on as an argument. */
public interface BusinessDay {

    LocalDate today(ZoneId zone);
}
