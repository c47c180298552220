/** Runs, decisions and letters in the database. */
package io.recoup.dunning.store;
