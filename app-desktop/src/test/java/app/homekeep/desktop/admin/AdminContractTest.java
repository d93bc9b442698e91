// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.Permission;
import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.apikey.NewApiKey;
import app.homekeep.model.block.NewBlock;
import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.invite.NewInvite;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.secondfactor.TotpCode;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.model.space.SpaceRights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the panel says to the server about people, roles and keys, word by word.
@Tag("DC-02")
class AdminContractTest {
    private static final String USER = """
            {"id":"u1","username":"anna","display_name":"Anna","role":"user","state":"active",
             "blocked":false,"totp":false,"require_totp":false,"approve_devices":false,
             "created_at":"2026-11-21T10:00:00.000Z","last_seen_at":null}""";
    private static final String INVITE =
            "{\"id\":\"i1\",\"token\":\"t\",\"url\":\"https://h/i#t\",\"expires_at\":\"2026-11-28T10:00:00.000Z\"}";

    @TempDir
    private Path data;

    private FakeServer server;
    private Admin admin;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer(data);
        admin = Admin.over(new RunFolder(data), new ControlDoor());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void accounts_are_listed_page_by_page() {
        server.reply("GET /api/v1/users?limit=200", 200, "{\"items\":[" + USER + "],\"next\":\"c\"}");
        server.reply("GET /api/v1/users?limit=200&after=c", 200, "{\"items\":[],\"next\":null}");

        assertThat(admin.people().users(Optional.empty()).items())
                .singleElement()
                .satisfies(user -> assertThat(user.username()).isEqualTo("anna"));
        assertThat(admin.people().users(Optional.of("c")).items()).isEmpty();
    }

    @Test
    void an_account_is_made() {
        server.reply("POST /api/v1/users", 201, """
                {"id":"u1","username":"anna","display_name":"Anna","role":"user","state":"active","invite":null}""");

        var user = admin.people().create(new NewUser("anna", "user", "a long password", false, "Anna"));

        assertThat(user.id()).isEqualTo("u1");
        assertThat(server.bodies.getFirst()).contains("\"username\":\"anna\"").contains("\"role\":\"user\"");
    }

    @Test
    @Tag("LF-09")
    void spaces_are_listed_added_changed_and_taken_off() {
        String space = """
                {"id":"s1","name":"Photos","kind":"shared","folder":"/photos","available":true,
                 "members":[{"user":"anna","permissions":["file:read"]}]}""";
        server.reply("GET /api/v1/spaces?all=true&limit=200", 200, """
                {"items":[%s,{"id":"p1","name":"anna","kind":"personal","folder":"/files/anna","available":true,
                 "members":[]}],"next":"p1"}""".formatted(space));
        server.reply("POST /api/v1/spaces", 201, space);
        server.reply("PATCH /api/v1/spaces/s1", 200, space);
        server.reply("DELETE /api/v1/spaces/s1", 204, "");

        assertThat(admin.spaces().shared())
                .singleElement()
                .satisfies(
                        shared -> assertThat(shared.members().getFirst().user()).isEqualTo("anna"));
        admin.spaces().add(new NewSpace("Photos", "/photos", List.of(new SpaceMember("anna", SpaceRights.LOOK))));
        admin.spaces().change("s1", new SpaceChange("Pictures", null, null));
        admin.spaces().remove("s1");

        assertThat(server.bodies)
                .anyMatch(body -> body.contains("\"folder\":\"/photos\"")
                        && body.contains("{\"user\":\"anna\",\"permissions\":[\"file:read\"]}"));
        assertThat(server.bodies).contains("{\"name\":\"Pictures\",\"members\":null,\"was\":null}");
    }

    @Test
    void an_account_is_changed_and_ended() {
        server.reply("PATCH /api/v1/users/u%2F1", 200, USER);
        server.reply("POST /api/v1/users/u1/deactivate", 204, "");
        server.reply("DELETE /api/v1/users/u1?files=move", 204, "");

        admin.people().change("u/1", new UserChange(null, null, "viewer", true, null, null));
        admin.people().deactivate("u1");
        admin.people().delete("u1", FilesFate.MOVE);

        assertThat(server.requests).hasSize(3);
        assertThat(server.bodies.getFirst()).contains("\"role\":\"viewer\"").contains("\"blocked\":true");
    }

    @Test
    void secrets_that_are_shown_once_are_read() {
        server.reply("POST /api/v1/users/u1/invite", 201, INVITE);
        server.reply("POST /api/v1/invites", 201, INVITE);
        server.reply("POST /api/v1/users/u1/reset-password", 200, """
                {"username":"anna","code":"7KQ4","url":"https://h/r#7KQ4","expires_at":"2026-11-21T11:00:00.000Z"}""");

        assertThat(admin.people().inviteAgain("u1").url()).isEqualTo("https://h/i#t");
        assertThat(admin.invites()
                        .invite(new NewInvite(null, "user", null, null))
                        .id())
                .isEqualTo("i1");
        assertThat(admin.people().resetPassword("u1").code()).isEqualTo("7KQ4");
    }

    @Test
    @Tag("DC-04")
    void a_second_factor_is_set_up_confirmed_and_reset() {
        server.reply("POST /api/v1/users/u1/totp-enrolment", 200, """
                {"secret":"ABCD","otpauth_uri":"otpauth://totp/x","qr_svg":"<svg/>"}""");
        server.reply("POST /api/v1/users/u1/totp-confirm", 200, "{\"recovery_codes\":[\"a\",\"b\"]}");
        server.reply("POST /api/v1/users/u1/totp-reset", 204, "");

        assertThat(admin.secondFactor().enrol("u1").secret()).isEqualTo("ABCD");
        assertThat(admin.secondFactor().confirm("u1", new TotpCode("123456")).recoveryCodes())
                .containsExactly("a", "b");
        admin.secondFactor().reset("u1");

        assertThat(server.bodies).contains("{\"code\":\"123456\"}");
    }

    @Test
    void requests_are_answered() {
        server.reply("GET /api/v1/registrations?limit=200", 200, """
                {"items":[{"id":"r1","username":"lena","display_name":"Lena","message":null,"address":"10.0.0.7",
                "created_at":"2026-11-21T10:00:00.000Z","taken":false}],"next":null}""");
        server.reply("GET /api/v1/reset-requests?limit=200", 200, """
                {"items":[{"id":"f1","user_id":"u1","user":"anna","display_name":"Anna","address":"10.0.0.7",
                "created_at":"2026-11-21T10:00:00.000Z"}],"next":null}""");
        server.reply("POST /api/v1/registrations/r1/accept", 201, "{}");
        server.reply("DELETE /api/v1/registrations/r1", 204, "");
        server.reply("DELETE /api/v1/reset-requests/f1", 204, "");

        assertThat(admin.requests().registrations()).hasSize(1);
        assertThat(admin.requests().forgotten().getFirst().userId()).isEqualTo("u1");
        admin.requests().accept("r1", new Acceptance("viewer"));
        admin.requests().decline("r1");
        admin.requests().dismiss("f1");

        assertThat(server.bodies).contains("{\"role\":\"viewer\"}");
    }

    @Test
    void roles_are_listed_made_changed_and_deleted() {
        server.reply("GET /api/v1/roles?limit=200", 200, """
                {"items":[{"id":"user","name":"User","built_in":true,"editable":true,"permissions":["file:read"],
                "require_totp":false,"approve_devices":true,"users":3}],"next":null}""");
        server.reply("POST /api/v1/roles", 201, "{}");
        server.reply("PATCH /api/v1/roles/user", 200, "{}");
        server.reply("DELETE /api/v1/roles/r7", 204, "");

        assertThat(admin.roles().roles().getFirst().permissions()).containsExactly(Permission.FILE_READ);
        admin.roles().create(new NewRole("Neighbours", Set.of(Permission.FILE_READ)));
        admin.roles().change("user", new RoleChange(null, null, true, null));
        admin.roles().delete("r7");

        assertThat(server.bodies).anyMatch(body -> body.contains("\"permissions\":[\"file:read\"]"));
        assertThat(server.bodies).anyMatch(body -> body.contains("\"require_totp\":true"));
    }

    @Test
    @Tag("DC-03")
    void devices_are_approved_listed_and_forgotten() {
        server.reply("GET /api/v1/approvals?limit=200", 200, """
                {"items":[{"id":"a1","user":"anna","display_name":"Anna","device":"iPhone","browser":"Safari 18",
                "address":"10.0.0.7","number":"47","created_at":"2026-11-21T10:00:00.000Z",
                "expires_at":"2026-11-21T10:02:00.000Z"}],"next":null}""");
        server.reply("POST /api/v1/approvals/a1/allow", 204, "");
        server.reply("POST /api/v1/approvals/a2/deny", 204, "");
        server.reply("GET /api/v1/devices?user=J%C3%B6rg&limit=200", 200, """
                {"items":[{"id":"d1","user":"Jörg","name":"iPad","browser":"Safari 18","address":"10.0.0.7",
                "created_at":"2026-11-21T10:00:00.000Z","last_seen_at":"2026-11-21T10:00:00.000Z",
                "current":false}],"next":null}""");
        server.reply("DELETE /api/v1/devices/d1", 204, "");

        assertThat(admin.approvals().approvals().getFirst().number()).isEqualTo("47");
        admin.approvals().allow("a1");
        admin.approvals().deny("a2");
        assertThat(admin.devices().devicesOf("Jörg")).hasSize(1);
        admin.devices().forget("d1");

        assertThat(server.requests).hasSize(5);
    }

    @Test
    void blocks_are_listed_made_and_lifted() {
        server.reply("GET /api/v1/blocks?limit=200", 200, """
                {"items":[{"id":"b1","kind":"address","user":null,"address":"10.0.0.9","count":0,
                "since":"2026-11-21T10:00:00.000Z","until":null}],"next":null}""");
        server.reply("POST /api/v1/blocks", 201, "{}");
        server.reply("DELETE /api/v1/blocks/b1", 204, "");

        assertThat(admin.blocks().blocks().getFirst().address()).isEqualTo("10.0.0.9");
        admin.blocks().block(new NewBlock("10.0.0.9", 24));
        admin.blocks().unblock("b1");

        assertThat(server.bodies).contains("{\"address\":\"10.0.0.9\",\"hours\":24}");
    }

    @Test
    void api_keys_and_signing_keys_are_managed() {
        server.reply("GET /api/v1/api-keys?all=true&limit=200", 200, """
                {"items":[{"id":"k1","name":"NAS","user":"maria","permissions":["file:read"],
                "created_at":"2026-11-21T10:00:00.000Z","expires_at":null,"last_used_at":null,
                "last_used_address":null,"rotation_due":true}],"next":null}""");
        server.reply("POST /api/v1/api-keys", 201, """
                {"id":"k2","name":"NAS","key":"hk_k2_secret","permissions":["file:read"],"expires_at":null}""");
        server.reply("DELETE /api/v1/api-keys/k1", 204, "");
        server.reply("GET /control/keys", 200, """
                {"items":[{"id":"j1","state":"active","created_at":"2026-11-21T10:00:00.000Z","retire_at":null,
                "fixed":false}],"next":null}""");
        server.reply("POST /control/keys/rotate", 200, "{}");

        assertThat(admin.apiKeys().keys().getFirst().rotationDue()).isTrue();
        assertThat(admin.apiKeys()
                        .create(new NewApiKey("NAS", Set.of(Permission.FILE_READ), null))
                        .key())
                .isEqualTo("hk_k2_secret");
        admin.apiKeys().revoke("k1");
        assertThat(admin.signingKeys().signingKeys()).hasSize(1);
        admin.signingKeys().rotate(new KeyRotation(true));

        assertThat(server.bodies).contains("{\"at_once\":true}");
    }

    @Test
    void all_api_keys_are_revoked_in_one_request() {
        server.reply("DELETE /api/v1/api-keys?all=true", 204, "");

        admin.apiKeys().revokeAll();

        assertThat(server.requests).containsExactly("DELETE /api/v1/api-keys?all=true");
    }

    @Test
    void a_list_that_is_shown_whole_is_read_to_its_end() {
        server.reply("GET /api/v1/invites?limit=200", 200, invites("c 1"));
        server.reply("GET /api/v1/invites?limit=200&after=c%201", 200, invites(null));

        assertThat(admin.invites().invites()).hasSize(2);
    }

    @Test
    void a_refusal_keeps_its_code() {
        server.reply(
                "DELETE /api/v1/roles/r7",
                409,
                "{\"error\":\"Somebody has this role.\",\"code\":\"conflict\",\"request_id\":\"r\"}");

        AdminProblem problem =
                catchThrowableOfType(AdminProblem.class, () -> admin.roles().delete("r7"));

        assertThat(problem.code()).isEqualTo("conflict");
        assertThat(problem.sentence()).isEqualTo("Somebody has this role.");
    }

    @Test
    void what_is_wrong_with_a_field_is_what_is_said() {
        server.reply("POST /api/v1/blocks", 400, """
                {"error":"Something in the request is not right.","code":"bad_request","request_id":"r",
                "fields":{"address":"Use an address such as 192.168.1.20."}}""");

        AdminProblem problem = catchThrowableOfType(
                AdminProblem.class, () -> admin.blocks().block(new NewBlock("the neighbour", null)));

        assertThat(problem.sentence()).isEqualTo("Use an address such as 192.168.1.20.");
    }

    private static String invites(@Nullable String next) {
        return """
                {"items":[{"id":"i1","name":null,"username":null,"role":"user","spaces":[],"by":"maria",
                "created_at":"2026-11-21T10:00:00.000Z","expires_at":"2026-11-28T10:00:00.000Z"}],"next":%s}""".formatted(next == null ? "null" : "\"" + next + "\"");
    }
}
