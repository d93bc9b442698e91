// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.homekeep.model.Permission;
import app.homekeep.model.Problem;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.Routes;
import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.ForgottenPassword;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.OwnerRecovery;
import app.homekeep.model.account.PasswordChange;
import app.homekeep.model.account.PasswordReset;
import app.homekeep.model.account.ProfileChange;
import app.homekeep.model.account.Registration;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.ResetRequest;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.apikey.ApiKey;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.model.control.Finding;
import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.control.LanDoor;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.SigningKey;
import app.homekeep.model.control.StopAnswer;
import app.homekeep.model.device.Approval;
import app.homekeep.model.device.DeviceTrust;
import app.homekeep.model.device.KnownDevice;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.Invite;
import app.homekeep.model.invite.InviteAcceptance;
import app.homekeep.model.invite.InviteOffer;
import app.homekeep.model.invite.NewInvite;
import app.homekeep.model.lockdown.Lockdown;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.NetworkAnswer;
import app.homekeep.model.pairing.Pairing;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import app.homekeep.model.secondfactor.RecoveryCodes;
import app.homekeep.model.secondfactor.TotpCode;
import app.homekeep.model.secondfactor.TotpEnrolment;
import app.homekeep.model.secondfactor.TotpStatus;
import app.homekeep.model.session.SessionInfo;
import app.homekeep.model.signin.Me;
import app.homekeep.model.signin.SecondFactor;
import app.homekeep.model.signin.SignInAnswer;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.model.signin.StepUp;
import app.homekeep.model.signin.SteppedUp;
import app.homekeep.model.signin.Ticket;
import app.homekeep.model.space.Entry;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.Space;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.model.space.SpaceGrant;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.model.system.Health;
import app.homekeep.model.system.ServerInfo;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Route;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The document says what the server does, no more and no less.
///
/// After a change of `docs/api/openapi.yaml`, this writes the JSON that the server answers with:
/// `./mvnw -pl app-server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true`
class OpenApiTest {
    private static final String STALE = """
            openapi.json is not what docs/api/openapi.yaml says. Make it anew and commit it:
            ./mvnw -pl app-server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true""";
    private static final List<Class<? extends Record>> BODIES = List.of(
            Problem.class,
            NewUser.class,
            User.class,
            AuditCheck.class,
            AuditEvent.class,
            ServerStatus.class,
            StopAnswer.class,
            SessionInfo.class,
            Me.class,
            SignInAnswer.class,
            SignInRequest.class,
            CreatedUser.class,
            UserChange.class,
            ProfileChange.class,
            Registration.class,
            RegistrationRequest.class,
            Acceptance.class,
            PasswordChange.class,
            ForgottenPassword.class,
            PasswordReset.class,
            ResetCode.class,
            ResetRequest.class,
            OwnerRecovery.class,
            NewInvite.class,
            CreatedInvite.class,
            Invite.class,
            InviteOffer.class,
            InviteAcceptance.class,
            RoleInfo.class,
            NewRole.class,
            RoleChange.class,
            TotpEnrolment.class,
            TotpCode.class,
            RecoveryCodes.class,
            TotpStatus.class,
            SecondFactor.class,
            Ticket.class,
            StepUp.class,
            SteppedUp.class,
            KnownDevice.class,
            Approval.class,
            DeviceTrust.class,
            Pairing.class,
            NewApiKey.class,
            CreatedApiKey.class,
            ApiKey.class,
            Block.class,
            Lockdown.class,
            NewBlock.class,
            SigningKey.class,
            KeyRotation.class,
            KnownNetwork.class,
            NetworkAnswer.class,
            LanDoor.class,
            Finding.class,
            DoorCertificate.class,
            OwnCertificate.class,
            Entry.class,
            Space.class,
            SpaceGrant.class,
            SpaceMember.class,
            ManagedSpace.class,
            NewSpace.class,
            SpaceChange.class,
            Health.class,
            ServerInfo.class);
    private static final Set<String> CONTROL = Set.of("control_token");
    private static final Set<String> KEYS = Set.of("api_key");
    private static final Set<String> COOKIES = Set.of("lan_cookie", "local_cookie");

    @TempDir
    Path folder = Path.of("");

    private final ApiDocument document;

    OpenApiTest() throws IOException {
        document = ApiDocument.read();
    }

    @Test
    void the_json_is_what_the_yaml_says() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(ApiDocument.JSON, document.json());
        }

        if (!Files.readString(ApiDocument.JSON).equals(document.json())) {
            fail(STALE);
        }
    }

    @Test
    void anybody_gets_the_document_from_the_server() throws IOException {
        try (TestServer server = TestServer.start(folder)) {
            TestClient.Answered answer = server.browser().get(Routes.OPENAPI);
            TestClient.Answered again = server.phone().get(Routes.OPENAPI, "If-None-Match", answer.header("ETag"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.text()).isEqualTo(resource());
            assertThat(again.status()).isEqualTo(304);
        }
    }

    @Test
    void every_route_stands_in_the_document_and_every_operation_is_a_route() {
        assertThat(document.operations().keySet()).isEqualTo(routes().keySet());
    }

    @Test
    void every_operation_names_the_credentials_that_its_route_takes() {
        routes().forEach((name, access) -> assertThat(
                        credentials(Objects.requireNonNull(document.operations().get(name))))
                .as(name)
                .isIn(
                        switch (access) {
                            case Access.Anyone() -> List.of(Set.of());
                            case Access.Known() -> List.of(union(List.of(COOKIES, KEYS)));
                            // At the control door some are about the owner, others about nobody.
                            case Access.SignedIn(), Access.SteppedUp() ->
                                List.of(COOKIES, union(List.of(COOKIES, CONTROL)));
                            case Access.Needs(Permission needed) -> List.of(union(List.of(COOKIES, KEYS, CONTROL)));
                            case Access.Manages(Permission needed) -> List.of(union(List.of(COOKIES, CONTROL)));
                            case Access.AtTheMachine() -> List.of(CONTROL);
                        }));
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_what_its_path_is_made_of() {
        assertThat(document.operations().values().stream().map(it -> it.get("operationId")))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(document.operations())
                .allSatisfy((name, operation) -> assertThat(operation).containsKeys("summary", "tags", "responses"));
        ApiDocument.object(document.at("paths"))
                .forEach((path, item) -> assertThat(pathParameters(ApiDocument.object(item)))
                        .as(path)
                        .isEqualTo(placeholders(path)));
    }

    @Test
    void every_code_of_a_refusal_stands_in_the_document_with_its_status() {
        Map<String, Integer> codes =
                Arrays.stream(ProblemCode.values()).collect(toMap(ProblemCode::wire, ProblemCode::status));

        Map<String, Object> documented =
                ApiDocument.list(document.at("components", "schemas", "ProblemCode", "oneOf")).stream()
                        .map(ApiDocument::object)
                        .collect(
                                toMap(it -> String.valueOf(it.get("const")), it -> String.valueOf(it.get("x-status"))));

        assertThat(documented)
                .isEqualTo(codes.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, it -> String.valueOf(it.getValue()))));
    }

    @Test
    void every_body_has_the_members_of_its_record() {
        assertThat(BODIES)
                .allSatisfy(body -> assertThat(ApiDocument.object(Objects.requireNonNull(
                                        document.schema(body.getSimpleName()).get("properties")))
                                .keySet())
                        .as(body.getSimpleName())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(body.getRecordComponents())
                                .map(OpenApiTest::wire)
                                .toList()));
    }

    @Test
    void every_role_permission_and_setting_stands_in_the_document() {
        assertThat(document.schema("Role").get("enum"))
                .isEqualTo(Arrays.stream(Role.values()).map(Role::wire).toList());
        assertThat(document.schema("Permission").get("enum"))
                .isEqualTo(
                        Arrays.stream(Permission.values()).map(Permission::wire).toList());
        Map<String, Object> settings =
                ApiDocument.object(document.at("components", "schemas", "Changes", "properties"));
        assertThat(settings.keySet())
                .containsExactlyElementsOf(
                        KnownSettings.ALL.stream().map(Setting::name).toList());
        for (Setting<?> setting : KnownSettings.ALL) {
            Map<String, Object> documented = ApiDocument.object(Objects.requireNonNull(settings.get(setting.name())));
            if (setting.kind() instanceof Setting.WholeNumber(long least, long most)) {
                assertThat(documented.get("minimum")).hasToString(String.valueOf(least));
                assertThat(documented.get("maximum")).hasToString(String.valueOf(most));
                assertThat(documented.get("default")).hasToString(String.valueOf(setting.standard()));
            }
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.everywhere("$ref").map(String::valueOf))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring("#/".length()).split("/")))
                        .isNotNull());
    }

    /// What the running server has, without the page.
    private Map<String, Access> routes() {
        try (TestServer server = TestServer.start(folder)) {
            var routes = new TreeMap<String, Access>();
            for (Route route : server.routes()) {
                if (route.path().startsWith(Routes.API + "/") || route.path().startsWith("/control/")) {
                    routes.put(route.method() + " " + route.path(), route.access());
                }
            }
            return routes;
        }
    }

    private static Set<String> credentials(Map<String, Object> operation) {
        return ApiDocument.list(Objects.requireNonNull(operation.get("security"), "it must say its security")).stream()
                .flatMap(it -> ApiDocument.object(it).keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> pathParameters(Map<String, Object> item) {
        return ApiDocument.list(item.getOrDefault("parameters", List.of())).stream()
                .map(ApiDocument::object)
                .map(it -> it.get("$ref") instanceof String reference
                        ? ApiDocument.object(
                                document.at(reference.substring("#/".length()).split("/")))
                        : it)
                .filter(it -> "path".equals(it.get("in")))
                .map(it -> String.valueOf(it.get("name")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String wire(RecordComponent component) {
        if (component.getDeclaringRecord().equals(PasswordChange.class)
                && component.getName().equals("replacement")) {
            // A word of the language, so the component can't have its name.
            return "new";
        }
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String resource() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApiRoute.class.getResourceAsStream(OpenApiRoute.DOCUMENT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
