// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

/// What copy and paste share.
@FunctionalInterface
public interface Clipboard {
    void copy(String text);
}
