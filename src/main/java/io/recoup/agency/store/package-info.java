/** The SQL of the agency's desk. */
package io.recoup.agency.store;
