/** The business date, business days and send days. Calls no other room. */
package io.recoup.calendar;
