/** The {@code match} command: a company's own files in, what pays what out, and beside the truth a report. */
package io.recoup.app.match;
