// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Invalid;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.store.Database;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the owner has set. Reading costs a map read; a change is durable and audited before it shows. Thread-safe.
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final JsonType<Object> ANY = Jsonb.builder().build().type(Object.class);

    private final Database database;
    private final SettingStore store = new SettingStore();
    private final Clock clock;
    private final AtomicReference<Map<String, Object>> values;
    private final AtomicInteger version = new AtomicInteger();

    private Settings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.values = new AtomicReference<>(read());
    }

    public static Settings open(Database database, Clock clock) {
        return new Settings(database, clock);
    }

    /// Its value now.
    public <T> T get(Setting<T> setting) {
        Object set = values.get().get(setting.name());
        return set == null ? setting.standard() : setting.read(set);
    }

    /// A whole number that is known to fit.
    public int number(Setting<Long> setting) {
        return Math.toIntExact(get(setting));
    }

    /// What is made of a value, made anew only after a change: for those who ask with every request.
    public <T, R> Supplier<R> derived(Setting<T> setting, Function<T, R> make) {
        var last = new AtomicReference<>(new Derived<>(version.get(), make.apply(get(setting))));
        return () -> {
            int now = version.get();
            Derived<R> known = last.get();
            if (known.asOf() != now) {
                known = new Derived<>(now, make.apply(get(setting)));
                last.set(known);
            }
            return known.made();
        };
    }

    /// @param asOf how many changes there had been
    private record Derived<R>(int asOf, R made) {}

    /// Changes some, all or none.
    ///
    /// @param changes values as they came from JSON, by name
    /// @param entry   who does it; a row for each change
    /// @throws Invalid for a name that is none, or a value that its setting does not take
    public void change(Map<String, ?> changes, AuditLog audit, AuditEntry entry) {
        Map<String, Object> checked = new HashMap<>();
        changes.forEach((name, value) -> checked.put(name, check(name, value)));
        database.write(tx -> {
            refuseSharedPorts(with(values.get(), checked));
            // Before the log tells anybody: whoever hears of it finds the new value.
            tx.afterCommit(() -> {
                values.updateAndGet(before -> with(before, checked));
                version.incrementAndGet();
            });
            checked.forEach((name, value) -> {
                store.set(tx.handle(), name, ANY.toJson(value), clock.instant());
                audit.append(tx, entry.target(name).detail("now " + value));
            });
            return checked;
        });
    }

    private static void refuseSharedPorts(Map<String, Object> after) {
        var taken = new HashSet<Object>();
        for (Setting<Long> port : NetworkSettings.PORTS) {
            Object number = after.getOrDefault(port.name(), port.standard());
            if (!number.equals(0L) && !taken.add(number)) {
                throw new Invalid(port.name(), "Another door of this server has this port.");
            }
        }
    }

    private static Object check(String name, Object value) {
        Setting<?> setting =
                KnownSettings.named(name).orElseThrow(() -> new Invalid(name, "There is no setting of that name."));
        return setting.read(value);
    }

    private static Map<String, Object> with(Map<String, Object> before, Map<String, Object> changes) {
        Map<String, Object> after = new HashMap<>(before);
        after.putAll(changes);
        return Map.copyOf(after);
    }

    /// A value that an older or newer program wrote and this one does not take is left out: the default holds.
    private Map<String, Object> read() {
        Map<String, Object> good = new HashMap<>();
        database.read(store::all).forEach((name, json) -> {
            try {
                good.put(name, check(name, ANY.fromJson(json)));
            } catch (Invalid e) {
                LOG.warn("The setting {} has a value that is not understood; its default holds", name);
            }
        });
        return Map.copyOf(good);
    }
}
