/** The business date, business days and send days. Calls no other room. */
@ApplicationModule(allowedDependencies = {})
package io.recoup.calendar;

import org.springframework.modulith.ApplicationModule;
