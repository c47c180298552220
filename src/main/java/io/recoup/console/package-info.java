/** Web pages for the collector. Reads every room; commands go through the rooms' faces. */
package io.recoup.console;
