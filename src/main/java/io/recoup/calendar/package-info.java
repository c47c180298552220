/** The business date, business days, holidays, send days and contact hours. Calls no other room. */
@ApplicationModule(allowedDependencies = {})
package io.recoup.calendar;

import org.springframework.modulith.ApplicationModule;
