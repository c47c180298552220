/** Facts recorded in the transaction that made them true, for neighbours to react to. Calls no other room. */
package io.recoup.outbox;
