/** Cash application: which receipt pays which open item, why, and how to undo it. May call receivables and banking. */
package io.recoup.reconciliation;
