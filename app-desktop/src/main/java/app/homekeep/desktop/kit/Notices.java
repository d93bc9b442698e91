// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

/// Tells the owner how something ended that they began. Nothing important is told only here.
public interface Notices {
    void done(String words);

    void problem(String words);
}
