/** Main class, configuration, security, the embedded database, the command line. May call every room. */
package io.recoup.app;
