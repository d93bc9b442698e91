// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// Blocks over the control door. Thread-safe.
final class HttpBlocksApi implements BlocksApi {
    private static final JsonType<Page<Block>> BLOCKS = Wire.page(Block.class);
    private static final JsonType<NewBlock> NEW = Wire.type(NewBlock.class);

    private final ServerLine line;

    HttpBlocksApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public List<Block> blocks() {
        return line.all(new Query(Routes.BLOCKS), BLOCKS);
    }

    @Override
    public void block(NewBlock block) {
        line.tell("POST", Routes.BLOCKS, NEW, block);
    }

    @Override
    public void unblock(String id) {
        line.delete(ServerLine.path(Routes.BLOCK, id));
    }
}
