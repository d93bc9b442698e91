// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

/// How the panel hangs together.
@AnalyzeClasses(packages = "app.homekeep.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "app.homekeep.desktop.overview..",
        "app.homekeep.desktop.people..",
        "app.homekeep.desktop.approvals..",
        "app.homekeep.desktop.apikeys..",
        "app.homekeep.desktop.sessions..",
        "app.homekeep.desktop.audit..",
        "app.homekeep.desktop.settings..",
        "app.homekeep.desktop.pairing..",
        "app.homekeep.desktop.lockdown..",
        "app.homekeep.desktop.welcome.."
    };

    @ArchTest
    static final ArchRule packages_know_each_other_in_one_direction =
            slices().matching("app.homekeep.desktop.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_feature_knows_no_other_feature = slices().matching(
                    "app.homekeep.desktop.(overview|people|approvals|apikeys|sessions|audit|settings|pairing|lockdown|welcome)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule what_features_stand_on_knows_none_of_them = noClasses()
            .that()
            .resideInAnyPackage(
                    "..shell..",
                    "..kit..",
                    "..door..",
                    "..text..",
                    "..server..",
                    "..admin..",
                    "..async..",
                    "..platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule a_view_model_has_no_nodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..");

    @ArchTest
    static final ArchRule only_async_posts_to_the_fx_thread = noClasses()
            .that()
            .resideOutsideOfPackage("..async..")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule the_desktop_is_reached_through_ports = noClasses()
            .that()
            .resideOutsideOfPackage("..platform..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.stage.FileChooser")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.stage.DirectoryChooser")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.input.Clipboard");

    @ArchTest
    static final ArchRule no_awt_and_no_swing =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule icons_come_from_one_place = noClasses()
            .that()
            .doNotHaveSimpleName("Icons")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kordamp.ikonli.feather..");
}
