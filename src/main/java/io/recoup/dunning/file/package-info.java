/** Settings files whose faults are named with line, field and remedy. */
package io.recoup.dunning.file;
