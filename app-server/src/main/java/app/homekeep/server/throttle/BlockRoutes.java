// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/blocks`: who is kept waiting or out, shutting an address out, and letting anybody in again.
public final class BlockRoutes {
    private static final JsonType<Page<Block>> BLOCKS = Wire.page(Block.class);
    private static final JsonType<Block> BLOCK = Wire.type(Block.class);
    private static final JsonType<NewBlock> NEW = Wire.type(NewBlock.class);

    private final Blocks blocks;
    private final ShutOuts shutOuts;

    BlockRoutes(Blocks blocks, ShutOuts shutOuts) {
        this.blocks = blocks;
        this.shutOuts = shutOuts;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.SESSION_MANAGE);
        return List.of(
                Route.get(Routes.BLOCKS, access, this::list),
                Route.post(Routes.BLOCKS, access, this::add),
                Route.delete(Routes.BLOCK, access, this::lift));
    }

    private Answer list(Request request) {
        return Answer.ok(BLOCKS, blocks.page(Paging.after(request), Paging.limit(request)));
    }

    private Answer add(Request request) {
        NewBlock wanted = request.json(NEW);
        return Answer.json(201, BLOCK, shutOuts.add(wanted, AuditEntry.of(AuditKind.ADDRESS_BLOCK, request)));
    }

    private Answer lift(Request request) {
        boolean lifted = blocks.lift(
                request.segment("id"),
                AuditEntry.of(AuditKind.GUESSES_UNBLOCK, request),
                AuditEntry.of(AuditKind.ADDRESS_UNBLOCK, request));
        if (!lifted) {
            throw Refused.notFound();
        }
        return Answer.nothing();
    }
}
