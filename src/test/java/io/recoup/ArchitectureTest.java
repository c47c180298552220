package io.recoup;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.recoup.app.RecoupApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

/** The house rules that a compiler does not know. */
class ArchitectureTest {

    private static final String[] PURE_CORES = {
        "io.recoup.money",
        "io.recoup.calendar",
        "io.recoup.banking",
        "io.recoup.reconciliation",
        "io.recoup.reconciliation.generator",
        "io.recoup.dunning",
        "io.recoup.dunning.file",
        "io.recoup.dunning.pack",
        "io.recoup.dunning.policy",
        "io.recoup.dunning.plan",
        "io.recoup.dunning.simulation"
    };

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.recoup");
    }

    /** Each room's package-info names whom it may call; only root packages are open to others. */
    @Test
    void rooms_call_only_the_faces_of_the_rooms_they_may() {
        ApplicationModules.of(RecoupApplication.class).verify();
    }

    @Test
    void camel_lives_in_routes_connectors_app_and_demo() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.recoup..route..", "io.recoup.connectors..", "io.recoup.app..", "io.recoup.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(house);
    }

    @Test
    void sql_lives_in_stores() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.recoup..store..", "io.recoup.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .check(house);
    }

    @Test
    void cores_know_neither_spring_nor_camel_nor_the_database() {
        noClasses()
                .that(resideInAnyPackage(PURE_CORES).and(isNotAPackageDescription()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "jakarta..")
                .check(house);
    }

    @Test
    void settings_are_records() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(house);
    }

    @Test
    void time_is_an_argument() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.recoup.app..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(house);
    }

    @Test
    void nothing_is_named_after_nothing() {
        noClasses()
                .that(isNotGenerated())
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(house);
    }

    private static DescribedPredicate<JavaClass> isNotAPackageDescription() {
        return DescribedPredicate.describe(
                "are code", type -> !type.getSimpleName().equals("package-info"));
    }

    private static DescribedPredicate<JavaClass> isNotGenerated() {
        return DescribedPredicate.describe(
                "are written by hand", type -> !type.getName().contains("$$"));
    }
}
