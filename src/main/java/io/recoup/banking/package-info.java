/** Bank statement formats as streams of bank transactions, check-digit references, and the bank book. Knows nothing of invoices. May call money and calendar. */
package io.recoup.banking;
