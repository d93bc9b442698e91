// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.server.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How a listing is ordered: folders first, then by the key, then by name; total, so that a page can begin behind
/// a place.
record EntrySort(Key key, boolean descending) {
    static final EntrySort BY_NAME = new EntrySort(Key.NAME, false);

    /// What is compared.
    enum Key {
        NAME,
        SIZE,
        MODIFIED
    }

    /// Where an entry stands in the order.
    ///
    /// @param file   false for folders, which come first
    /// @param number the size or time; 0 when sorted by name
    record Place(boolean file, long number, String name) {}

    /// Reads `name`, `-name`, `size`, … as it stands in the query.
    ///
    /// @throws Refused 400
    static EntrySort parse(String text) {
        boolean descending = text.startsWith("-");
        return switch (descending ? text.substring(1) : text) {
            case "name" -> new EntrySort(Key.NAME, descending);
            case "size" -> new EntrySort(Key.SIZE, descending);
            case "modified" -> new EntrySort(Key.MODIFIED, descending);
            default -> throw Refused.badField("sort", "Use name, size or modified, with - in front for the other way.");
        };
    }

    Place place(String name, FileFacts facts) {
        long number = switch (key) {
            case NAME -> 0;
            case SIZE -> facts.size();
            case MODIFIED -> nanos(facts.modifiedAt());
        };
        return new Place(facts.isFile(), number, name);
    }

    Comparator<Place> order() {
        Comparator<Place> keys = Comparator.comparingLong(Place::number);
        Comparator<Place> names = Comparator.comparing(Place::name, NaturalOrder.INSTANCE);
        Comparator<Place> folders = Comparator.comparing(Place::file);
        return key == Key.NAME
                ? folders.thenComparing(descending ? names.reversed() : names)
                : folders.thenComparing(descending ? keys.reversed() : keys).thenComparing(names);
    }

    /// The place as an opaque cursor.
    String cursor(Place place) {
        String text = word() + '\0' + (place.file() ? '1' : '0') + '\0' + place.number() + '\0' + place.name();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Refused 400 when the cursor is none of this order's
    Place place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\0", -1);
            if (parts.length == 4 && parts[0].equals(word())) {
                return new Place(parts[1].equals("1"), Long.parseLong(parts[2]), parts[3]);
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal: what a client sends is never an internal error.
        }
        throw Refused.badField("after", "This is no cursor of this list.");
    }

    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    /// Where a page begins: behind that place, or at the first.
    Optional<Place> after(Optional<String> cursor) {
        return cursor.map(this::place);
    }

    private String word() {
        return (descending ? "-" : "") + key.name().toLowerCase(Locale.ROOT);
    }
}
