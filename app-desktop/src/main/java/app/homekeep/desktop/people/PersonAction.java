// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.model.Role;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.User;
import java.util.EnumSet;
import java.util.Set;

/// What can be done about an account.
enum PersonAction {
    EDIT,
    INVITE_AGAIN,
    RESET_PASSWORD,
    SET_UP_TOTP,
    RESET_TOTP,
    REQUIRE_TOTP,
    APPROVE_DEVICES,
    BLOCK,
    UNBLOCK,
    DEACTIVATE,
    ACTIVATE,
    DELETE;

    /// Those that make sense for it now. The owner can't be kept out, demoted or deleted: that isn't even offered.
    static Set<PersonAction> of(User user) {
        if (user.role().equals(Role.OWNER.wire())) {
            return EnumSet.of(EDIT, user.totp() ? RESET_TOTP : SET_UP_TOTP);
        }
        var actions = EnumSet.of(EDIT, REQUIRE_TOTP, APPROVE_DEVICES, DELETE);
        if (user.totp()) {
            actions.add(RESET_TOTP);
        }
        if (user.state() == AccountState.ACTIVE && !user.totp()) {
            actions.add(SET_UP_TOTP);
        }
        actions.addAll(
                switch (user.state()) {
                    case INVITED -> EnumSet.of(INVITE_AGAIN);
                    case ACTIVE -> EnumSet.of(RESET_PASSWORD, BLOCK, DEACTIVATE);
                    case BLOCKED -> EnumSet.of(UNBLOCK, DEACTIVATE);
                    case DEACTIVATED -> EnumSet.of(ACTIVATE);
                });
        return actions;
    }
}
