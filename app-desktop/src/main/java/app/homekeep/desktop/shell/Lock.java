// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import javafx.beans.value.ObservableBooleanValue;

/// The red button, which is always there.
///
/// @param locked   whether the house is locked down
/// @param serverUp whether there is a server to lock
/// @param wanted   the owner pressed it while the house isn't
public record Lock(ObservableBooleanValue locked, ObservableBooleanValue serverUp, Runnable wanted) {}
