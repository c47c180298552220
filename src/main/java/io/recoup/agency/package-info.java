/** Referrals, placements and cases at collection agencies. May call receivables and dunning (its facts only). */
package io.recoup.agency;
