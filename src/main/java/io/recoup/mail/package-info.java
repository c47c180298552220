/** Composing letters from templates and handing them to SMTP. May call money and calendar. */
@ApplicationModule(allowedDependencies = {"money", "calendar"})
package io.recoup.mail;

import org.springframework.modulith.ApplicationModule;
