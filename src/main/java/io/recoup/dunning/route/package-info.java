/** The timers of dunning and the way of a letter to the mail door. */
package io.recoup.dunning.route;
