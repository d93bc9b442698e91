// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel's icons, by what they mean. The only place that knows where they come from.
public enum Icons {
    OVERVIEW(Feather.HOME),
    SESSIONS(Feather.SMARTPHONE),
    AUDIT(Feather.LIST),
    PEOPLE(Feather.USERS),
    USER(Feather.USER),
    SERVER(Feather.SERVER),
    START(Feather.PLAY),
    STOP(Feather.SQUARE),
    RESTART(Feather.ROTATE_CW),
    OPEN(Feather.EXTERNAL_LINK),
    COPY(Feather.COPY),
    DONE(Feather.CHECK),
    OK(Feather.CHECK_CIRCLE),
    INFO(Feather.INFO),
    WARNING(Feather.ALERT_TRIANGLE),
    PROBLEM(Feather.ALERT_CIRCLE),
    SIGN_OUT(Feather.LOG_OUT),
    FILTER(Feather.FILTER),
    SEARCH(Feather.SEARCH),
    CLOSE(Feather.X),
    EXPORT(Feather.DOWNLOAD),
    VERIFY(Feather.SHIELD),
    REFRESH(Feather.REFRESH_CW),
    FOLDER(Feather.FOLDER),
    NEXT(Feather.ARROW_RIGHT),
    BACK(Feather.ARROW_LEFT),
    COMPUTER(Feather.MONITOR),
    NETWORK(Feather.WIFI),
    DISK(Feather.HARD_DRIVE),
    TRANSFERS(Feather.REPEAT),
    CERTIFICATE(Feather.AWARD),
    LOOK(Feather.SLIDERS),
    ADD(Feather.PLUS),
    EYE(Feather.EYE),
    EYE_OFF(Feather.EYE_OFF),
    LINK(Feather.LINK),
    KEY(Feather.KEY),
    EDIT(Feather.EDIT_2),
    BLOCK(Feather.SLASH),
    UNBLOCK(Feather.UNLOCK),
    DELETE(Feather.TRASH_2),
    PASSWORD(Feather.LOCK),
    SECOND_FACTOR(Feather.SMARTPHONE),
    AWAY(Feather.USER_X),
    BACK_AGAIN(Feather.USER_CHECK),
    INVITE(Feather.MAIL),
    QUESTION(Feather.HELP_CIRCLE),
    FORGET(Feather.X_CIRCLE),
    SAVE(Feather.SAVE),
    SETTINGS(Feather.SETTINGS),
    DOCTOR(Feather.ACTIVITY),
    LOCKDOWN(Feather.SHIELD_OFF),
    PAIR(Feather.SMARTPHONE),
    AHEAD(Feather.CIRCLE),
    MORE(Feather.MORE_HORIZONTAL);

    private final Feather feather;

    Icons(Feather feather) {
        this.feather = feather;
    }

    /// A fresh node. Decoration: what carries it says in words what it means.
    public FontIcon node(String... styles) {
        var icon = new FontIcon(feather);
        icon.getStyleClass().addAll(styles);
        icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        icon.setFocusTraversable(false);
        icon.setMouseTransparent(true);
        return icon;
    }
}
