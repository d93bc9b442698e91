// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `docs/api/openapi.yaml` as a tree, and the JSON that is made from it.
record ApiDocument(Map<String, Object> root) {
    static final Path JSON = Path.of("src", "main", "resources", "app", "homekeep", "server", "system", "openapi.json");

    private static final Path YAML = Path.of("..", "docs", "api", "openapi.yaml");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final JsonType<Map<String, Object>> OBJECT = Jsonb.builder()
            .serializeNulls(true)
            .serializeEmpty(true)
            .build()
            .type(Object.class)
            .map();

    static ApiDocument read() throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        // Its own document: what repeats is written once.
        options.setMaxAliasesForCollections(1000);
        return new ApiDocument(object(new Yaml(new SafeConstructor(options)).load(Files.readString(YAML))));
    }

    /// With a line for each member, so that a change can be read.
    String json() {
        return OBJECT.toJsonPretty(root) + "\n";
    }

    /// What can be called, such as `GET /api/v1/spaces`, in order.
    Map<String, Map<String, Object>> operations() {
        var all = new TreeMap<String, Map<String, Object>>();
        object(at("paths"))
                .forEach((path, item) -> METHODS.stream()
                        .filter(object(item)::containsKey)
                        .forEach(method -> all.put(
                                method.toUpperCase(Locale.ROOT) + " " + path,
                                object(Objects.requireNonNull(object(item).get(method))))));
        return all;
    }

    Map<String, Object> schema(String name) {
        return object(at("components", "schemas", name));
    }

    /// What stands at the end of that way from the root.
    Object at(String... names) {
        Object value = root;
        for (String name : names) {
            value = Objects.requireNonNull(object(value).get(name), () -> String.join("/", names) + " is missing");
        }
        return value;
    }

    /// Every value of a member of that name, wherever it stands.
    Stream<Object> everywhere(String member) {
        return nodes(root).filter(node -> node.containsKey(member)).map(node -> node.get(member));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static Stream<Map<String, Object>> nodes(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                Stream.concat(
                        Stream.of(object(map)),
                        map.values().stream().filter(Objects::nonNull).flatMap(ApiDocument::nodes));
            case List<?> items -> items.stream().filter(Objects::nonNull).flatMap(ApiDocument::nodes);
            default -> Stream.empty();
        };
    }
}
