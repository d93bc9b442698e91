// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.download.DownloadRoutes;
import app.homekeep.server.download.Downloads;
import app.homekeep.server.http.Route;
import app.homekeep.server.media.MediaTypes;
import app.homekeep.server.media.TypePolicy;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.space.Entries;
import app.homekeep.server.space.ManagedSpaces;
import app.homekeep.server.space.SpaceChanges;
import app.homekeep.server.space.SpaceRoutes;
import app.homekeep.server.system.UtilityRoutes;
import app.homekeep.server.upload.Leftovers;
import app.homekeep.server.upload.UploadRoutes;
import app.homekeep.server.upload.Uploads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the family keeps here, put together: spaces, and files on their way in and out.
final class Belongings {
    private static final Logger LOG = LoggerFactory.getLogger(Belongings.class);

    private final Foundation f;
    private final MediaTypes types = new MediaTypes();
    private final TypePolicy policy = new TypePolicy();
    private final Entries entries;
    private final Uploads uploads;
    private final Downloads downloads;
    private final ManagedSpaces managed;
    private final SpaceChanges changes;

    Belongings(Foundation f, Entrance entrance, Path data) {
        this.f = f;
        entries = new Entries(f.spaces, f.database, f.ids, f.clock, types);
        uploads = new Uploads(
                f.spaces,
                entries,
                f.database,
                f.ids,
                f.audit,
                f.events,
                types,
                policy,
                () -> f.settings.get(KnownSettings.MAX_FILE_BYTES));
        downloads = new Downloads(f.spaces, f.database, f.audit, types, policy);
        managed = new ManagedSpaces(f.database, f.sharedSpaces, f.spaces);
        changes = new SpaceChanges(
                f.database,
                f.sharedSpaces,
                managed,
                data,
                f.files,
                f.accounts::idOf,
                (tx, accounts) -> accounts.forEach(account -> entrance.cutAll(tx, account)),
                f.audit,
                f.events,
                f.ids,
                f.clock);
    }

    List<Route> routes() {
        return Stream.of(
                        new SpaceRoutes(f.spaces, entries, managed, changes).routes(),
                        new UploadRoutes(uploads).routes(),
                        new DownloadRoutes(downloads).routes(),
                        new UtilityRoutes(policy).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// What invites bring along.
    SpaceChanges spaces() {
        return changes;
    }

    /// Before anybody can upload: what lies there now are the rests of uploads that ended with an earlier process, and
    /// folders of accounts that are gone.
    void tidy() {
        try {
            new Leftovers(f.spaces, entries).sweep();
        } catch (IOException e) {
            LOG.warn("The rests of broken uploads could not be cleared away; the next start tries again", e);
        }
        f.departures.settle();
    }

    /// Reads beside the serving what is needed soon.
    void prepare() {
        Thread.ofPlatform().daemon().name("media-types").start(types::prepare);
    }
}
