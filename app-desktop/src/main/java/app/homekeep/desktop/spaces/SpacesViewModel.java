// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.SpacesApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.model.space.SpaceRights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Which folders are served to whom. What is ticked holds at once. FX thread only.
final class SpacesViewModel {
    private final Text text;
    private final SpacesApi api;
    private final Deeds deeds;
    private final Live<Seen> seen;
    // What was asked for and not answered yet, so that two quick ticks don't undo each other.
    private final Map<String, Map<String, Set<Permission>>> asked = new HashMap<>();

    /// What the server has.
    record Seen(List<ManagedSpace> spaces, List<User> users) {
        /// How somebody is called.
        String name(String username) {
            return users.stream()
                    .filter(user -> user.username().equals(username))
                    .map(User::displayName)
                    .findFirst()
                    .orElse(username);
        }
    }

    SpacesViewModel(Text text, Live.Source source, Admin admin, Deeds deeds) {
        this.text = text;
        this.api = admin.spaces();
        this.deeds = deeds;
        seen = new Live<>(
                source,
                () -> new Seen(api.shared(), everybody(admin)),
                AdminEvents.SPACES_CHANGED,
                AdminEvents.USERS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<Seen>> seen() {
        return seen.value();
    }

    ReadOnlyBooleanProperty serverUp() {
        return seen.serverUp();
    }

    void onShow() {
        seen.onShow();
    }

    void onHide() {
        seen.onHide();
    }

    void load() {
        seen.load();
    }

    /// All who have an account.
    List<User> users() {
        return seen.now().map(Seen::users).orElse(List.of());
    }

    /// Those who could become members.
    List<User> others(ManagedSpace space) {
        Set<String> members = new TreeSet<>();
        space.members().forEach(member -> members.add(member.user()));
        return users().stream()
                .filter(user -> !members.contains(user.username()))
                .toList();
    }

    /// Lets somebody in, to look.
    void admit(ManagedSpace space, String username) {
        with(space, username, SpaceRights.LOOK);
    }

    void permit(ManagedSpace space, String username, Permission permission, boolean allowed) {
        Set<Permission> rights = new TreeSet<>(members(space).getOrDefault(username, SpaceRights.LOOK));
        if (allowed) {
            rights.add(permission);
        } else {
            rights.remove(permission);
        }
        with(space, username, rights);
    }

    void dismiss(ManagedSpace space, String username) {
        Map<String, Set<Permission>> members = members(space);
        members.remove(username);
        change(space, members);
    }

    void remove(ManagedSpace space) {
        deeds.run(() -> api.remove(space.id()), text.get("spaces.removed", space.name()), this::load);
    }

    private void with(ManagedSpace space, String username, Set<Permission> rights) {
        Map<String, Set<Permission>> members = members(space);
        members.put(username, rights);
        change(space, members);
    }

    private void change(ManagedSpace space, Map<String, Set<Permission>> members) {
        asked.put(space.id(), members);
        List<SpaceMember> all = new ArrayList<>();
        members.forEach((user, rights) -> all.add(new SpaceMember(user, rights)));
        deeds.run(
                () -> api.change(space.id(), new SpaceChange(null, all, null)),
                text.get("spaces.changed", space.name()),
                () -> {
                    asked.remove(space.id());
                    load();
                });
    }

    /// As they were last asked for, or heard of; not as they were when they were drawn.
    private Map<String, Set<Permission>> members(ManagedSpace space) {
        Map<String, Set<Permission>> waiting = asked.get(space.id());
        if (waiting != null) {
            return new LinkedHashMap<>(waiting);
        }
        Map<String, Set<Permission>> members = new LinkedHashMap<>();
        now(space).members().forEach(member -> members.put(member.user(), member.permissions()));
        return members;
    }

    private ManagedSpace now(ManagedSpace space) {
        return seen.now().map(Seen::spaces).stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(space.id()))
                .findFirst()
                .orElse(space);
    }

    private static List<User> everybody(Admin admin) {
        List<User> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<User> page = admin.people().users(after);
            all.addAll(page.items());
            after = Optional.ofNullable(page.next());
        } while (after.isPresent());
        return List.copyOf(all);
    }
}
