// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Permission;
import app.homekeep.model.space.SpaceRights;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.TypeConversionException;

/// Who or what is given which rights in a space, as typed: `anna`, `anna:look`, `Photos:add`.
///
/// @param name   a username or the name of a space
/// @param rights everything where nothing is said
record Given(String name, Set<Permission> rights) {
    private static final Map<String, Set<Permission>> WORDS =
            Map.of("look", SpaceRights.LOOK, "add", SpaceRights.ADD, "all", SpaceRights.ALL);

    static Given of(String text) {
        int colon = text.lastIndexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Set<Permission> rights = colon < 0 ? SpaceRights.ALL : WORDS.get(text.substring(colon + 1));
        if (rights == null || name.isBlank()) {
            throw new TypeConversionException("'" + text + "' says no rights: use NAME:look, NAME:add or NAME:all.");
        }
        return new Given(name, rights);
    }

    /// The word for some rights; what has none is told by its permissions.
    static String word(Set<Permission> rights) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(rights))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> String.join(
                        "+", rights.stream().sorted().map(Permission::wire).toList()));
    }
}
