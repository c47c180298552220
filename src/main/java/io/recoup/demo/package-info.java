/** The demo company, its mailbox page and its agency. Nothing imports this room. */
package io.recoup.demo;
