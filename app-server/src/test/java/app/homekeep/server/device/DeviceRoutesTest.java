// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.Page;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.device.KnownDevice;
import app.homekeep.server.access.Caller;
import app.homekeep.server.access.Proof;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.RequestFixture;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Session;
import app.homekeep.server.signin.DeviceApproval.Question;
import app.homekeep.server.signin.KnownDevices.Noted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("FT-07")
class DeviceRoutesTest {
    private static final Caller PANEL = new Caller.AtTheMachine("olga");

    private DeviceFixture fixture;
    private List<Route> routes;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new DeviceFixture(folder);
        routes = Stream.of(
                        new DeviceRoutes(fixture.devices, fixture.accounts).routes(),
                        new ApprovalRoutes(fixture.approvals, fixture.accounts).routes())
                .flatMap(List::stream)
                .toList();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void one_sees_ones_own_devices_and_no_others() throws Exception {
        Noted mine = fixture.note(fixture.anna, Optional.empty());
        fixture.note(fixture.olga, Optional.empty());
        Session session = fixture.begin(fixture.anna, mine.deviceId());

        Answer answer = call("GET", Routes.MY_DEVICES, new RequestFixture(signedIn(fixture.anna, session.id())));

        assertThat(devices(answer)).singleElement().satisfies(device -> {
            assertThat(device.id()).isEqualTo(mine.deviceId());
            assertThat(device.user()).isEqualTo("anna");
            assertThat(device.current()).isTrue();
        });
    }

    @Test
    void another_users_device_is_as_none() {
        Noted olgas = fixture.note(fixture.olga, Optional.empty());
        var request = new RequestFixture(signedIn(fixture.anna, "s")).withSegment("id", olgas.deviceId());

        Refused refused = catchThrowableOfType(Refused.class, () -> call("DELETE", Routes.MY_DEVICE, request));

        assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(fixture.devices.recognise(olgas.cookie(), fixture.olga.id())).isPresent();
    }

    @Test
    void an_administrator_revokes_anybodys_device_but_the_owners() throws Exception {
        fixture.guard.account("ada", "admin");
        Caller ada = signedIn(fixture.accounts.byId("user-ada").orElseThrow(), "s");
        Noted annas = fixture.note(fixture.anna, Optional.empty());
        Noted olgas = fixture.note(fixture.olga, Optional.empty());

        call("DELETE", Routes.DEVICE, new RequestFixture(ada).withSegment("id", annas.deviceId()));
        var owners = new RequestFixture(ada).withSegment("id", olgas.deviceId());
        Refused refused = catchThrowableOfType(Refused.class, () -> call("DELETE", Routes.DEVICE, owners));

        assertThat(fixture.devices.recognise(annas.cookie(), fixture.anna.id())).isEmpty();
        assertThat(refused.code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(fixture.devices.recognise(olgas.cookie(), fixture.olga.id())).isPresent();
        call("DELETE", Routes.DEVICE, new RequestFixture(PANEL).withSegment("id", olgas.deviceId()));
        assertThat(fixture.devices.recognise(olgas.cookie(), fixture.olga.id())).isEmpty();
    }

    @Test
    void an_administrator_lets_no_new_device_in_as_the_owner() throws Exception {
        fixture.guard.account("ada", "admin");
        Caller ada = signedIn(fixture.accounts.byId("user-ada").orElseThrow(), "s");
        Question question = ask(fixture.olga);
        var request = new RequestFixture(ada).withSegment("id", question.id());

        for (String path : List.of(Routes.APPROVAL_ALLOW, Routes.APPROVAL_DENY)) {
            Refused refused = catchThrowableOfType(Refused.class, () -> call("POST", path, request));
            assertThat(refused.code()).isEqualTo(ProblemCode.FORBIDDEN);
        }
        call("POST", Routes.APPROVAL_ALLOW, new RequestFixture(PANEL).withSegment("id", question.id()));
        assertThat(fixture.audited(AuditKind.DEVICE_ALLOWED)).isEqualTo(1);
    }

    @Test
    void the_panel_sees_a_question_and_says_no() throws Exception {
        Question question = ask(fixture.anna);

        Answer.Whole open = (Answer.Whole) call("GET", Routes.APPROVALS, new RequestFixture(PANEL));
        call("POST", Routes.APPROVAL_DENY, new RequestFixture(PANEL).withSegment("id", question.id()));

        assertThat(new String(open.body(), StandardCharsets.UTF_8))
                .contains("\"number\":\"" + question.number() + "\"")
                .contains("\"display_name\":\"anna\"");
        assertThat(fixture.approvals.open()).isEmpty();
        assertThat(fixture.audited(AuditKind.DEVICE_DENIED)).isEqualTo(1);
    }

    private Question ask(Account account) {
        return fixture.guard.database.write(
                tx -> fixture.approvals.ask(tx, account, DeviceFixture.IPHONE, DeviceFixture.HERE));
    }

    private Answer call(String method, String path, RequestFixture request) throws Exception {
        Route route = routes.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow();
        return route.handler().handle(request);
    }

    private static List<KnownDevice> devices(Answer answer) {
        Page<KnownDevice> page = Wire.page(KnownDevice.class).fromJson(((Answer.Whole) answer).body());
        return page.items();
    }

    private static Caller signedIn(Account account, String session) {
        return new Caller.SignedIn(
                account.user(), Role.ADMIN.permissions(), session, Instant.EPOCH, new Proof(Optional.empty(), true));
    }
}
