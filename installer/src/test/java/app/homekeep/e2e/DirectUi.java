// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import app.homekeep.desktop.async.UiThread;

/// What the panel would show, told at once on whatever thread it comes.
final class DirectUi implements UiThread {
    @Override
    public boolean here() {
        return true;
    }

    @Override
    public void later(Runnable work) {
        work.run();
    }
}
