// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A door to the home network: one port at several addresses, which come and go while it is open. What stays keeps its
/// socket and its connections; what goes takes them along. Thread-safe.
///
/// ```
/// closed ──open(addresses, port)──▶ open at them ──open(others, port)──▶ open at the others
///    ▲                                   │                                       │
///    └──────────────close()──────────────┴───────────────────────────────────────┘
/// ```
public final class HomeDoor {
    private static final Logger LOG = LoggerFactory.getLogger(HomeDoor.class);
    private static final int TRIES = 5;
    /// A socket that was just closed is given back when its thread comes round.
    private static final int GIVEN_BACK_MILLIS = 500;

    /// Something that listens.
    interface Socket {
        int port();

        /// Ends it with every connection that came in by it.
        void close();
    }

    /// Makes a listening socket.
    @FunctionalInterface
    interface Listen {
        Socket at(InetSocketAddress address) throws IOException;
    }

    private final DoorKind kind;
    private final Listen listen;
    private final Map<InetAddress, Socket> sockets = new LinkedHashMap<>();
    private final Set<InetSocketAddress> had = new HashSet<>();
    /// Where somebody else has the port, which the owner was told.
    private final Set<InetSocketAddress> taken = new HashSet<>();
    private int port;
    /// Read on I/O threads, which must not wait for somebody who moves the door.
    private volatile Place place = Place.CLOSED;

    /// Where it is open.
    private record Place(OptionalInt port, Set<InetAddress> addresses) {
        static final Place CLOSED = new Place(OptionalInt.empty(), Set.of());
    }

    HomeDoor(DoorKind kind, Listen listen) {
        this.kind = kind;
        this.listen = listen;
    }

    /// Opens it at this computer itself and at these addresses, and closes it at all others.
    ///
    /// @param addresses of this computer; one that is no more is passed over
    /// @param wanted    the port; 0 for any that is free, and that of before where there was one
    /// @throws PortTaken when something else listens there; nothing is open then. A door that is open on this port
    ///                   already stays so, and goes without the one address where the port is taken
    public synchronized void open(Collection<InetAddress> addresses, int wanted) throws IOException, PortTaken {
        Set<InetAddress> all = new LinkedHashSet<>(Loopback.BOTH);
        all.addAll(addresses);
        try {
            if (!sockets.isEmpty() && (wanted == 0 || wanted == port)) {
                move(all);
            } else {
                closeAll();
                openAnew(all, wanted);
            }
        } catch (IOException | PortTaken | RuntimeException e) {
            closeAll();
            throw e;
        } finally {
            tell();
        }
    }

    private void openAnew(Set<InetAddress> all, int wanted) throws IOException, PortTaken {
        if (wanted == 0 && port != 0 && openAll(all, port)) {
            return;
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (openAll(all, wanted)) {
                return;
            }
            if (wanted != 0) {
                break;
            }
        }
        throw new PortTaken(kind, wanted, new BindException());
    }

    /// @return false when the port is taken at one of them; nothing is open then
    private boolean openAll(Set<InetAddress> all, int wanted) throws IOException {
        int number = wanted;
        for (InetAddress address : all) {
            try {
                Socket socket = bind(address, number);
                sockets.put(address, socket);
                number = socket.port();
            } catch (IOException e) {
                if (e instanceof BindException && isThere(address)) {
                    closeAll();
                    return false;
                }
                passOver(address, e);
            }
        }
        port = number;
        return true;
    }

    private void move(Set<InetAddress> all) {
        for (InetAddress gone :
                sockets.keySet().stream().filter(it -> !all.contains(it)).toList()) {
            closeAt(gone);
        }
        for (InetAddress come : all) {
            if (!sockets.containsKey(come)) {
                try {
                    sockets.put(come, bind(come, port));
                } catch (IOException e) {
                    goWithout(come, e);
                }
            }
        }
    }

    private Socket bind(InetAddress address, int number) throws IOException {
        var place = new InetSocketAddress(address, number);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GIVEN_BACK_MILLIS);
        while (true) {
            try {
                Socket socket = listen.at(place);
                had.add(new InetSocketAddress(address, socket.port()));
                taken.remove(place);
                return socket;
            } catch (BindException e) {
                if (!had.contains(place) || isGone(address) || System.nanoTime() > until || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void goWithout(InetAddress address, IOException why) {
        if (!(why instanceof BindException) || !isSurelyThere(address)) {
            passOver(address, why);
        } else if (taken.add(new InetSocketAddress(address, port))) {
            LOG.warn(
                    "Another program has port {} at {}: the {} door is not open there, and is tried again",
                    port,
                    AddressText.of(address),
                    kind);
        }
    }

    private static boolean isSurelyThere(InetAddress address) {
        try {
            return isThere(address);
        } catch (IOException _) {
            return false;
        }
    }

    /// It has vanished, or isn't ready yet: the next change tries again.
    private void passOver(InetAddress address, IOException why) {
        LOG.debug("The {} door can't be opened at {} now: {}", kind, address, why.getMessage());
    }

    /// Tells an address whose port is taken from one that is gone. An IPv6 one may be there and not be ready for a
    /// second or two (RFC 4862, duplicate address detection).
    private static boolean isThere(InetAddress address) throws IOException {
        return (address instanceof Inet4Address || address.equals(Loopback.SIX)) && !isGone(address);
    }

    /// Whether this computer doesn't have it any more.
    private static boolean isGone(InetAddress address) throws IOException {
        // All of 127.0.0.0/8 is, and one of them is told.
        boolean here = address instanceof Inet4Address && address.isLoopbackAddress();
        return !here && NetworkInterface.getByInetAddress(address) == null;
    }

    /// Closes it everywhere. On return nothing listens and every connection over it is cut.
    public synchronized void close() {
        closeAll();
        tell();
    }

    /// Empty while it is closed.
    public OptionalInt port() {
        return place.port();
    }

    /// Where it is open; empty while it is closed.
    public Set<InetAddress> addresses() {
        return place.addresses();
    }

    private void tell() {
        place = sockets.isEmpty() ? Place.CLOSED : new Place(OptionalInt.of(port), Set.copyOf(sockets.keySet()));
    }

    private void closeAll() {
        List.copyOf(sockets.keySet()).forEach(this::closeAt);
    }

    private void closeAt(InetAddress address) {
        Socket socket = sockets.remove(address);
        if (socket != null) {
            socket.close();
        }
    }
}
