/** The embedded PostgreSQL: its programs, its cluster on disk, and who may use it. Calls no other room. */
package io.recoup.app.postgres;
