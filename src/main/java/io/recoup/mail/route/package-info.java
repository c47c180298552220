/** The door through which letters leave. */
package io.recoup.mail.route;
