/** Web pages for the collector. Reads every room; commands go through the rooms' faces. */
@ApplicationModule(
        allowedDependencies = {
            "receivables",
            "reconciliation",
            "reconciliation :: match",
            "banking",
            "mail",
            "dunning",
            "dunning :: policy",
            "dunning :: plan",
            "dunning :: pack",
            "agency",
            "followup",
            "intake",
            "connectors",
            "money",
            "calendar",
            "outbox",
            "refusal"
        })
package io.recoup.console;

import org.springframework.modulith.ApplicationModule;
