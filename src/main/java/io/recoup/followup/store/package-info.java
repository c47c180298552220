/** The SQL of tasks and the contact log. */
package io.recoup.followup.store;
