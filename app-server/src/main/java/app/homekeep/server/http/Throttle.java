// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// The two places on a request's way where somebody may be held back: an address that was shut out gets no further than
/// the host guard; a rate is counted when the caller is known, and only for what no other site has sent, so that a
/// malicious page can't use up the rates of the browser it runs in.
final class Throttle implements Filter {
    private final Rates rates;

    Throttle(Rates rates) {
        this.rates = rates;
    }

    @Override
    public void check(Incoming request) {
        if (request.door() != DoorKind.CONTROL) {
            rates.admit(request.address());
        }
    }

    /// @return what must run before the handler, on a thread that may block
    Runnable spend(Incoming request, Router.Match match) {
        if (request.door() == DoorKind.CONTROL) {
            return Rates.NOTHING_TO_KEEP;
        }
        return rates.spend(request, match instanceof Router.Match.Found(Route route, var ignored) ? route.path() : "");
    }
}
