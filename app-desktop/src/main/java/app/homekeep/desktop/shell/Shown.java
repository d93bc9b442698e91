// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

/// Something that costs while it runs (timers, subscriptions, questions to the server), and so runs between [#onShow]
/// and [#onHide] only.
public interface Shown {
    void onShow();

    void onHide();

    /// Something that begins and ends like this.
    static Shown of(Runnable onShow, Runnable onHide) {
        return new Shown() {
            @Override
            public void onShow() {
                onShow.run();
            }

            @Override
            public void onHide() {
                onHide.run();
            }
        };
    }
}
