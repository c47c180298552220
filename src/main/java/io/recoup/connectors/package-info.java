/** The recoup: Camel component and the loader of route files. May call intake and the out doors' rooms. */
package io.recoup.connectors;
