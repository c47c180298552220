/** The demo agency's memory. */
package io.recoup.demo.agency.store;
