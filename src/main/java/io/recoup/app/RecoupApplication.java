package io.recoup.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** All rooms under one roof. */
@SpringBootApplication(scanBasePackages = "io.recoup")
@ConfigurationPropertiesScan("io.recoup")
public class RecoupApplication {}
