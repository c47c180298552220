/** The Camel routes of the agency's desk. */
package io.recoup.agency.route;
