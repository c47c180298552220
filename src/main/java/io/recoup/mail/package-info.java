/** Composing letters from templates and handing them to SMTP. May call money and calendar. */
package io.recoup.mail;
