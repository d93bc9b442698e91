// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the route of a request. A path is a tree of segments: `{name}` stands for one, `{name...}` at the end for one
/// or more; what is spelled out beats what is not. Immutable and thread-safe.
public final class Router {
    private final List<Route> routes;
    private final Node root = new Node();

    /// What was found.
    sealed interface Match {
        /// @param segments the values of the path's placeholders
        record Found(Route route, Map<String, String> segments) implements Match {}

        /// The path is known, but not with that method.
        record WrongMethod(Set<String> allowed) implements Match {}

        record Nothing() implements Match {}
    }

    /// @throws IllegalArgumentException when two routes have the same method and path, or a path is malformed
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.routes.forEach(this::add);
    }

    /// Every route, in the order given.
    public List<Route> routes() {
        return routes;
    }

    /// HEAD is answered by GET's route.
    Match match(String method, String path) {
        List<String> segments = split(path);
        String wanted = method.equals("HEAD") ? "GET" : method;
        Leaf leaf = root.find(segments, 0, wanted);
        if (leaf != null) {
            return new Match.Found(leaf.route, leaf.values(segments));
        }
        var allowed = new TreeSet<String>();
        root.collect(segments, 0, allowed);
        if (allowed.isEmpty()) {
            return new Match.Nothing();
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return new Match.WrongMethod(allowed);
    }

    private void add(Route route) {
        if (!route.path().startsWith("/")) {
            throw malformed(route);
        }
        List<String> segments = split(route.path());
        var names = new ArrayList<Optional<String>>();
        Node node = root;
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean placeholder = segment.startsWith("{") && segment.endsWith("}");
            if (!placeholder) {
                names.add(Optional.empty());
                node = node.exact.computeIfAbsent(segment, ignored -> new Node());
            } else if (!segment.endsWith("...}")) {
                names.add(Optional.of(segment.substring(1, segment.length() - 1)));
                node = node.any();
            } else if (i == segments.size() - 1) {
                names.add(Optional.of(segment.substring(1, segment.length() - 4)));
                node = node.tail();
            } else {
                throw malformed(route);
            }
        }
        if (node.leaves.putIfAbsent(route.method(), new Leaf(route, names)) != null) {
            throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
        }
    }

    private static IllegalArgumentException malformed(Route route) {
        return new IllegalArgumentException("not a route's path: " + route.path());
    }

    private static List<String> split(String path) {
        var segments = new ArrayList<String>();
        int from = 1;
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(from));
        return segments;
    }

    private record Leaf(Route route, List<Optional<String>> names) {
        Map<String, String> values(List<String> segments) {
            var values = new HashMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                boolean last = i == names.size() - 1;
                String value = last ? String.join("/", segments.subList(i, segments.size())) : segments.get(i);
                names.get(i).ifPresent(name -> values.put(name, value));
            }
            return values;
        }
    }

    private static final class Node {
        final Map<String, Node> exact = new HashMap<>();
        final Map<String, Leaf> leaves = new HashMap<>();

        @Nullable Node any;

        @Nullable Node tail;

        Node any() {
            if (any == null) {
                any = new Node();
            }
            return any;
        }

        Node tail() {
            if (tail == null) {
                tail = new Node();
            }
            return tail;
        }

        @Nullable Leaf find(List<String> segments, int at, String method) {
            if (at == segments.size()) {
                return leaves.get(method);
            }
            String segment = segments.get(at);
            Node next = exact.get(segment);
            Leaf found = next == null ? null : next.find(segments, at + 1, method);
            if (found == null && any != null && !segment.isEmpty()) {
                found = any.find(segments, at + 1, method);
            }
            if (found == null && tail != null && !segment.isEmpty()) {
                found = tail.leaves.get(method);
            }
            return found;
        }

        void collect(List<String> segments, int at, Set<String> methods) {
            if (at == segments.size()) {
                methods.addAll(leaves.keySet());
                return;
            }
            String segment = segments.get(at);
            Node next = exact.get(segment);
            if (next != null) {
                next.collect(segments, at + 1, methods);
            }
            if (any != null && !segment.isEmpty()) {
                any.collect(segments, at + 1, methods);
            }
            if (tail != null && !segment.isEmpty()) {
                methods.addAll(tail.leaves.keySet());
            }
        }
    }
}
