/** Who claims, from whom, when and in which words: read from files, each fault with its line. */
@NamedInterface("policy")
package io.recoup.dunning.policy;

import org.springframework.modulith.NamedInterface;
