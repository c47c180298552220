/** What is said to somebody whose command cannot be carried out. Every room may refuse; this one knows no other. */
@ApplicationModule(allowedDependencies = {})
package io.recoup.refusal;

import org.springframework.modulith.ApplicationModule;
