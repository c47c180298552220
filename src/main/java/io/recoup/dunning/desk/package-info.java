/** The services behind the face of dunning: they fetch, ask the planner, and store. */
package io.recoup.dunning.desk;
