/** Procedures, the planner, notices and their delivery. May call receivables and mail. */
package io.recoup.dunning;
