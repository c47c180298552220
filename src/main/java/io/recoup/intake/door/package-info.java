/** The doors, and the reception that all of them share. */
package io.recoup.intake.door;
