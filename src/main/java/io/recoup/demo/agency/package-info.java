/**
 * A collection agency for the demo: another company's system that happens to run in this process. recoup talks to it
 * over HTTP only, by {@code routes/agency/demo-agency.camel.yaml}.
 */
package io.recoup.demo.agency;
