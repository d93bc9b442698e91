// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import java.util.List;

/// Who is kept waiting or out. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface BlocksApi {
    List<Block> blocks();

    void block(NewBlock block);

    void unblock(String id);
}
