package dev.medley.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** What holds in every service. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /**
     * Checks a service.
     *
     * @param service its package below {@code dev.medley}
     * @throws AssertionError naming each class that breaks a rule
     */
    public static void check(String service) {
        String root = "dev.medley." + service;
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        List.of(
                        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                        classes()
                                .that()
                                .areAnnotatedWith(RestController.class)
                                .should()
                                .bePackagePrivate()
                                .because("only Spring calls a controller"),
                        noFields()
                                .should()
                                .beAnnotatedWith(Autowired.class)
                                .because("collaborators come through the constructor")
                                .allowEmptyShould(true),
                        fields().that()
                                .areStatic()
                                .should()
                                .beFinal()
                                .because("static state that changes is shared by everybody")
                                .allowEmptyShould(true),
                        noClasses()
                                .should()
                                .callMethod(Instant.class, "now")
                                .because("time comes from an InstantSource, so that tests can move it"))
                .forEach(rule -> rule.check(all));
    }
}
