/** Amounts in minor units with their currency, rounding, and splitting without lost cents. Calls no other room. */
package io.recoup.money;
