// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import app.homekeep.model.control.RunFile;

/// The server as the command line sees it.
public interface Program {
    /// Starts serving; every door is open on return.
    ///
    /// @throws StartRefused when it can't
    Running start(ServeOptions options);

    /// Makes the data folder and the owner's account.
    ///
    /// @throws StartRefused when it can't
    void create(NewHome home);

    /// A server that runs. Thread-safe.
    interface Running extends AutoCloseable {
        /// What to tell the panel and the command line now; doors come and go.
        RunFile runFile();

        /// Returns when somebody asked it to stop and what was under way is over.
        void awaitStop();

        /// Lets what is under way end, then closes every door. Returns when done; harmless the second time.
        @Override
        void close();
    }
}
