// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The boundaries that architecture.md draws.
@AnalyzeClasses(packages = "app.homekeep.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /// The composition root stands above the features, in `server` itself.
    @ArchTest
    static final ArchRule features_do_not_go_in_circles =
            slices().matching("app.homekeep.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_http_layer_knows_undertow = noClasses()
            .that()
            .resideOutsideOfPackages("app.homekeep.server.http..", "app.homekeep.server.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.xnio..");

    /// The audit writer makes its rows inside the transaction of their cause.
    @ArchTest
    static final ArchRule sql_is_in_stores = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideOutsideOfPackages("app.homekeep.server.store..", "app.homekeep.server.audit..")
            .and()
            // A row's mapper may stand inside its store.
            .haveNameNotMatching(".*Store\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule routes_do_not_reach_into_stores = noClasses()
            .that()
            .haveSimpleNameEndingWith("Routes")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_feature_knows_the_command_line_or_the_control_door = noClasses()
            .that()
            .resideInAPackage("app.homekeep.server.*..")
            .and()
            .resideOutsideOfPackages("app.homekeep.server.cli..", "app.homekeep.server.control..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.homekeep.server.cli..", "app.homekeep.server.control..")
            .allowEmptyShould(true);
}
